SET LOCAL check_function_bodies = off;

CREATE OR REPLACE FUNCTION public.add(a integer, b integer DEFAULT 1)
RETURNS integer
LANGUAGE sql
IMMUTABLE
AS $$SELECT a + b$$;

CREATE OR REPLACE VIEW public.sums AS
SELECT public.add(id) AS s
   FROM public.users;
