ALTER DEFAULT PRIVILEGES FOR ROLE postgres GRANT UPDATE ON TABLES TO pg_monitor;
SET LOCAL check_function_bodies = off;

CREATE FUNCTION public.open()
RETURNS integer
LANGUAGE sql
AS $$SELECT 1$$;

REVOKE EXECUTE ON FUNCTION public.open() FROM pg_monitor;
GRANT EXECUTE ON FUNCTION public.open() TO PUBLIC;

CREATE TABLE public.new (
    id integer
);

REVOKE INSERT, UPDATE ON TABLE public.new FROM pg_monitor;
GRANT SELECT ON TABLE public.new TO pg_monitor;
GRANT SELECT ON TABLE public.new TO pg_read_all_settings;

CREATE TABLE public.silent (
    id integer
);
