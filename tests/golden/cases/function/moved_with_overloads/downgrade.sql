ALTER FUNCTION app.f(integer) SET SCHEMA public;
COMMENT ON FUNCTION public.f(integer) IS NULL;
ALTER FUNCTION public.f(integer) OWNER TO postgres;
GRANT EXECUTE ON FUNCTION public.f(integer) TO PUBLIC;
DROP SCHEMA app;
