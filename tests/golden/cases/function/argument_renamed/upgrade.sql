DROP FUNCTION public.add(integer, integer);
SET LOCAL check_function_bodies = off;

CREATE FUNCTION public.add(x integer, b integer DEFAULT 1)
RETURNS integer
LANGUAGE sql
IMMUTABLE
AS $$SELECT x + b$$;
