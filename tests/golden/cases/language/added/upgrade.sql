CREATE LANGUAGE bare HANDLER plpgsql_call_handler;
CREATE TRUSTED LANGUAGE plain HANDLER plpgsql_call_handler INLINE plpgsql_inline_handler VALIDATOR plpgsql_validator;
COMMENT ON LANGUAGE plain IS 'PL/pgSQL by another name';
ALTER LANGUAGE plain OWNER TO pg_monitor;
SET LOCAL check_function_bodies = off;

CREATE FUNCTION app.one()
RETURNS integer
LANGUAGE plain
AS $$BEGIN RETURN 1; END$$;
