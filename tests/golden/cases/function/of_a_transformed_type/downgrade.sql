CREATE TRANSFORM FOR integer LANGUAGE sql (FROM SQL WITH FUNCTION prsd_lextype(internal), TO SQL WITH FUNCTION int4recv(internal));
SET LOCAL check_function_bodies = off;

CREATE FUNCTION public.gone()
RETURNS integer
LANGUAGE sql
AS $$SELECT 1$$;

DROP TRANSFORM FOR smallint LANGUAGE sql;
