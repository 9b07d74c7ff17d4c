CREATE TRANSFORM FOR integer LANGUAGE sql (FROM SQL WITH FUNCTION prsd_lextype(internal));
SET LOCAL check_function_bodies = off;

CREATE OR REPLACE FUNCTION public.first(n integer[])
RETURNS text
LANGUAGE sql
TRANSFORM FOR TYPE integer, FOR TYPE smallint
AS $$SELECT n::text$$;

CREATE OR REPLACE PROCEDURE public.second(n integer)
LANGUAGE sql
TRANSFORM FOR TYPE smallint
AS $$SELECT n$$;
