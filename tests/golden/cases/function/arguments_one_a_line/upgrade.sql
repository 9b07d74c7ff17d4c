SET LOCAL check_function_bodies = off;

CREATE OR REPLACE FUNCTION public.add_job(
    identifier text,
    payload json DEFAULT '{}'::json,
    queue_name text DEFAULT NULL::text
)
RETURNS integer
LANGUAGE sql
AS $$SELECT 2$$;

CREATE FUNCTION public.jobs_of_a_queue_that_are_late(queue text)
RETURNS TABLE(
    identifier_of_the_job bigint,
    late_for interval,
    attempts integer,
    description_of_the_last_error text
)
LANGUAGE sql
AS $$SELECT 1::bigint, interval '1 hour', 2, ''$$;
