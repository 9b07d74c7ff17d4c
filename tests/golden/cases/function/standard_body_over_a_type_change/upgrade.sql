DROP FUNCTION public.prices();
ALTER TABLE public.items ALTER COLUMN price TYPE bigint;
SET LOCAL check_function_bodies = off;

CREATE FUNCTION public.prices()
RETURNS SETOF bigint
LANGUAGE sql
BEGIN ATOMIC
 SELECT items.price
    FROM public.items;
END;
