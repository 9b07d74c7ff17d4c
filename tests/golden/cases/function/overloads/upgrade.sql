SET LOCAL check_function_bodies = off;

CREATE FUNCTION public.add()
RETURNS integer
LANGUAGE sql
AS $$SELECT 0$$;

CREATE FUNCTION public.add(a text, b text)
RETURNS text
LANGUAGE sql
AS $$SELECT a || b$$;
