DROP PROCEDURE public.log_it(text, boolean);
SET LOCAL check_function_bodies = off;

CREATE PROCEDURE public.log_it(what text)
LANGUAGE plpgsql
AS $$BEGIN RAISE NOTICE '%', what; END$$;
