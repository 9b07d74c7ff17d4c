DROP PROCEDURE public.second(integer);
DROP FUNCTION public.first(integer[]);
DROP TRANSFORM FOR integer LANGUAGE sql;
SET LOCAL check_function_bodies = off;

CREATE FUNCTION public.first(n integer[])
RETURNS text
LANGUAGE sql
AS $$SELECT n::text$$;

CREATE PROCEDURE public.second(n integer)
LANGUAGE sql
AS $$SELECT n$$;
