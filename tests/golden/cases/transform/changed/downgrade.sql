DROP FUNCTION public.first(integer);
DROP FUNCTION public.second(text);
DROP TRANSFORM FOR integer LANGUAGE sql;
CREATE TRANSFORM FOR integer LANGUAGE sql (FROM SQL WITH FUNCTION prsd_lextype(internal));
COMMENT ON TRANSFORM FOR integer LANGUAGE sql IS 'one way';
SET LOCAL check_function_bodies = off;

CREATE FUNCTION public.first(n integer)
RETURNS integer
LANGUAGE sql
TRANSFORM FOR TYPE integer
AS $$SELECT n$$;

CREATE FUNCTION public.second(n text)
RETURNS text
LANGUAGE sql
TRANSFORM FOR TYPE integer
AS $$SELECT n$$;
