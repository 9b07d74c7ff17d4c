SET LOCAL check_function_bodies = off;

CREATE FUNCTION public.count_of(anyarray)
RETURNS integer
LANGUAGE sql
IMMUTABLE
AS $$SELECT cardinality($1)$$;

CREATE OPERATOR public.|@| (FUNCTION = public.count_of, RIGHTARG = anyarray);
