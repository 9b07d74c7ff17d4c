COMMENT ON LANGUAGE other IS NULL;
ALTER LANGUAGE other OWNER TO pg_monitor;
ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT;
DROP FUNCTION public.one();
DROP LANGUAGE plain;
CREATE TRUSTED LANGUAGE plain HANDLER plpgsql_call_handler INLINE plpgsql_inline_handler VALIDATOR plpgsql_validator;
SET LOCAL check_function_bodies = off;

CREATE FUNCTION public.one()
RETURNS integer
LANGUAGE plain
AS $$BEGIN RETURN 1; END$$;

ALTER TABLE public.t ALTER COLUMN a SET DEFAULT public.one();
