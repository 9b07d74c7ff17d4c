CREATE SCHEMA app;
ALTER FUNCTION public.f(integer) SET SCHEMA app;
COMMENT ON FUNCTION app.f(integer) IS 'moved';
ALTER FUNCTION app.f(integer) OWNER TO pg_monitor;
REVOKE EXECUTE ON FUNCTION app.f(integer) FROM PUBLIC;
