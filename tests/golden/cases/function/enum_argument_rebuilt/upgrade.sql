DROP FUNCTION public.is_fine(public.mood);
ALTER TYPE public.mood RENAME TO mood__retired;
CREATE TYPE public.mood AS ENUM ('sad', 'happy');
SET LOCAL check_function_bodies = off;

CREATE FUNCTION public.is_fine(m public.mood)
RETURNS boolean
LANGUAGE sql
AS $$SELECT m <> 'sad'$$;

DROP TYPE public.mood__retired;
