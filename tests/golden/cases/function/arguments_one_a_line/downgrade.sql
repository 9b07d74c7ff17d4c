SET LOCAL check_function_bodies = off;

CREATE OR REPLACE FUNCTION public.add_job(
    identifier text,
    payload json DEFAULT '{}'::json,
    queue_name text DEFAULT NULL::text
)
RETURNS integer
LANGUAGE sql
AS $$SELECT 1$$;

DROP FUNCTION public.jobs_of_a_queue_that_are_late(text);
