CREATE TRANSFORM FOR smallint LANGUAGE sql (FROM SQL WITH FUNCTION prsd_lextype(internal), TO SQL WITH FUNCTION int2recv(internal));
DROP FUNCTION public.gone();
DROP FUNCTION public.twice(integer);
DROP TRANSFORM FOR integer LANGUAGE sql;
SET LOCAL check_function_bodies = off;

CREATE FUNCTION public.twice(n integer)
RETURNS bigint
LANGUAGE sql
AS $$SELECT 2 * n$$;
