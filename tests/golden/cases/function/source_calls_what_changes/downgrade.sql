DROP MATERIALIZED VIEW public.prices;
DROP FUNCTION public.scaled(bigint, bigint);
SET LOCAL check_function_bodies = off;

CREATE FUNCTION public.scaled(n integer)
RETURNS integer
LANGUAGE plpgsql
IMMUTABLE
AS $$BEGIN RETURN n * 2; END$$;

CREATE OR REPLACE FUNCTION public.price(n integer)
RETURNS integer
LANGUAGE plpgsql
IMMUTABLE
AS $$BEGIN RETURN public.scaled(n); END$$;

CREATE MATERIALIZED VIEW public.prices AS
SELECT public.price(2) AS price
   FROM public.item
  WHERE (public.price(1) > 0);
