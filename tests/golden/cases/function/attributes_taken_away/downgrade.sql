SET LOCAL check_function_bodies = off;

CREATE OR REPLACE FUNCTION public.numbers(n integer)
RETURNS SETOF integer
LANGUAGE internal
COST 7 ROWS 20 SUPPORT generate_series_int4_support
AS $$generate_series_step_int4$$;

CREATE OR REPLACE FUNCTION public.plain(n integer)
RETURNS integer
LANGUAGE sql
STABLE STRICT LEAKPROOF PARALLEL SAFE COST 5
SET work_mem TO '4MB'
SET "TimeZone" TO 'UTC'
AS $$SELECT n$$;
