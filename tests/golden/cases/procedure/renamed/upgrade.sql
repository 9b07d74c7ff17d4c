CREATE SCHEMA app;
ALTER PROCEDURE public.fill(integer, bigint) RENAME TO fill_up;
ALTER PROCEDURE public.fill_up(integer, bigint) SET SCHEMA app;
SET LOCAL check_function_bodies = off;

CREATE OR REPLACE PROCEDURE app.fill_up(n integer, INOUT done bigint DEFAULT 0)
LANGUAGE plpgsql
AS $$BEGIN done := n + 1; END$$;

COMMENT ON PROCEDURE app.fill_up(integer, bigint) IS 'moved';
ALTER PROCEDURE app.fill_up(integer, bigint) OWNER TO pg_monitor;
