SET LOCAL check_function_bodies = off;

CREATE FUNCTION public.any_of(VARIADIC "any")
RETURNS integer
LANGUAGE internal
STRICT
AS $$pg_num_nonnulls$$;

CREATE FUNCTION public.both_ways(
    INOUT n integer DEFAULT 1,
    OUT doubled bigint,
    INOUT g public.grade DEFAULT 'a'
)
LANGUAGE plpgsql
AS $$BEGIN doubled := n * 2; END$$;

CREATE FUNCTION public.first_of(anyarray, anyelement)
RETURNS anyelement
LANGUAGE sql
AS $$SELECT coalesce($1[1], $2)$$;

CREATE FUNCTION public.grades(n integer DEFAULT 1)
RETURNS TABLE(g public.grade, n_of bigint)
LANGUAGE plpgsql
AS $$BEGIN RETURN; END$$;

CREATE FUNCTION public.joined(separator text, VARIADIC words text[] DEFAULT ARRAY[]::text[])
RETURNS text
LANGUAGE sql
STABLE PARALLEL SAFE
AS $$SELECT array_to_string(words, separator)$$;

CREATE OR REPLACE FUNCTION public.numbers(n integer)
RETURNS SETOF integer
LANGUAGE plpgsql
COST 7 ROWS 20 SUPPORT generate_series_int4_support
AS $$BEGIN RETURN NEXT n; END$$;

CREATE FUNCTION public.of_row(r public.t, OUT a integer)
RETURNS SETOF integer
LANGUAGE sql
AS $$SELECT r.a$$;

CREATE OR REPLACE FUNCTION public.plain(n integer)
RETURNS integer
LANGUAGE sql
IMMUTABLE STRICT SECURITY DEFINER LEAKPROOF PARALLEL RESTRICTED COST 0.5
SET search_path TO ''
SET work_mem TO '4MB'
SET app."user" TO 'it''s me, or not'
SET "DateStyle" TO 'ISO, MDY'
SET plpgsql.extra_warnings TO 'none'
AS $$SELECT n$$;

COMMENT ON FUNCTION public.plain(integer) IS 'all that can be said';
ALTER FUNCTION public.plain(integer) OWNER TO pg_monitor;
REVOKE EXECUTE ON FUNCTION public.plain(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION public.plain(integer) TO pg_signal_backend;

CREATE FUNCTION public.row_count()
RETURNS bigint
LANGUAGE internal
WINDOW IMMUTABLE PARALLEL SAFE
AS $$window_row_number$$;
