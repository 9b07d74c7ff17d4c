DROP PROCEDURE public.log_it(text);
SET LOCAL check_function_bodies = off;

CREATE PROCEDURE public.log_it(what text, INOUT done boolean DEFAULT false)
LANGUAGE plpgsql
AS $$BEGIN RAISE NOTICE '%', what; done := true; END$$;

COMMENT ON PROCEDURE public.log_it(text, boolean) IS 'says it';
