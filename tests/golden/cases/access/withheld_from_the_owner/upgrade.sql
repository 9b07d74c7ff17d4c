GRANT USAGE ON SEQUENCE public.s TO pg_monitor;
SET LOCAL check_function_bodies = off;

CREATE FUNCTION public.f()
RETURNS integer
LANGUAGE sql
AS $$SELECT 1$$;

ALTER FUNCTION public.f() OWNER TO pg_monitor;
REVOKE EXECUTE ON FUNCTION public.f() FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION public.f() FROM pg_monitor;
REVOKE DELETE, SELECT ON TABLE public.t FROM pg_monitor;
GRANT INSERT ON TABLE public.t TO pg_monitor WITH GRANT OPTION;
GRANT SELECT (a) ON TABLE public.t TO pg_monitor;
