SET LOCAL check_function_bodies = off;

CREATE OR REPLACE FUNCTION public.numbers(n integer)
RETURNS SETOF integer
LANGUAGE internal
AS $$generate_series_step_int4$$;

CREATE OR REPLACE FUNCTION public.plain(n integer)
RETURNS integer
LANGUAGE sql
SET "TimeZone" TO 'Europe/Berlin'
AS $$SELECT n$$;
