DROP FUNCTION public.prices();
ALTER TABLE public.items ALTER COLUMN price TYPE integer;
SET LOCAL check_function_bodies = off;

CREATE FUNCTION public.prices()
RETURNS SETOF bigint
LANGUAGE sql
BEGIN ATOMIC
 SELECT (items.price)::bigint AS price
    FROM public.items;
END;
