SET LOCAL check_function_bodies = off;

CREATE OR REPLACE FUNCTION public.numbers(n integer)
RETURNS SETOF integer
LANGUAGE plpgsql
AS $$BEGIN RETURN NEXT n; END$$;

CREATE OR REPLACE FUNCTION public.plain(n integer)
RETURNS integer
LANGUAGE sql
AS $$SELECT n$$;

COMMENT ON FUNCTION public.plain(integer) IS NULL;
ALTER FUNCTION public.plain(integer) OWNER TO postgres;
REVOKE EXECUTE ON FUNCTION public.plain(integer) FROM pg_signal_backend;
GRANT EXECUTE ON FUNCTION public.plain(integer) TO PUBLIC;
DROP FUNCTION public.any_of("any");
DROP FUNCTION public.both_ways(integer, public.grade);
DROP FUNCTION public.first_of(anyarray, anyelement);
DROP FUNCTION public.grades(integer);
DROP FUNCTION public.joined(text, text[]);
DROP FUNCTION public.of_row(public.t);
DROP FUNCTION public.row_count();
