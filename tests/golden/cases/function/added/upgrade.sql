SET LOCAL check_function_bodies = off;

CREATE FUNCTION public.add(a integer, b integer DEFAULT 1)
RETURNS integer
LANGUAGE sql
IMMUTABLE
AS $$SELECT a + b$$;

CREATE FUNCTION public.emails(only_active boolean DEFAULT true)
RETURNS TABLE(id integer, email text)
LANGUAGE sql
STABLE SECURITY DEFINER ROWS 50
SET search_path TO 'public', 'pg_temp'
SET work_mem TO '8MB'
AS $$SELECT id, email FROM public.users WHERE active OR NOT only_active$$;

CREATE FUNCTION public.everyone()
RETURNS SETOF public.users
LANGUAGE sql
AS $$SELECT * FROM public.users$$;

CREATE FUNCTION public.pair(a integer, OUT low integer, OUT high integer)
LANGUAGE plpgsql
AS $body$BEGIN
  low := a - 1;  -- $$ stays
  high := a + 1;
END
$body$;
