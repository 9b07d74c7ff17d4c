DROP VIEW public.sums;
DROP FUNCTION public.add(integer, integer);
SET LOCAL check_function_bodies = off;

CREATE FUNCTION public.add(a integer, b integer)
RETURNS integer
LANGUAGE sql
IMMUTABLE
AS $$SELECT a + b$$;

CREATE VIEW public.sums AS
SELECT public.add(id, 1) AS s
   FROM public.users;
