ALTER PROCEDURE app.fill_up(integer, bigint) RENAME TO fill;
ALTER PROCEDURE app.fill(integer, bigint) SET SCHEMA public;
SET LOCAL check_function_bodies = off;

CREATE OR REPLACE PROCEDURE public.fill(n integer, INOUT done bigint DEFAULT 0)
LANGUAGE plpgsql
AS $$BEGIN done := n; END$$;

COMMENT ON PROCEDURE public.fill(integer, bigint) IS NULL;
ALTER PROCEDURE public.fill(integer, bigint) OWNER TO postgres;
DROP SCHEMA app;
