COMMENT ON LANGUAGE other IS 'to be taken away';
ALTER LANGUAGE other OWNER TO postgres;
ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT;
DROP FUNCTION public.one();
DROP LANGUAGE plain;
CREATE LANGUAGE plain HANDLER plpgsql_call_handler;
SET LOCAL check_function_bodies = off;

CREATE FUNCTION public.one()
RETURNS integer
LANGUAGE plain
AS $$BEGIN RETURN 1; END$$;

ALTER TABLE public.t ALTER COLUMN a SET DEFAULT public.one();
