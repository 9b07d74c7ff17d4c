DROP MATERIALIZED VIEW public.prices;
DROP FUNCTION public.scaled(integer);
SET LOCAL check_function_bodies = off;

CREATE FUNCTION public.scaled(n bigint, factor bigint)
RETURNS bigint
LANGUAGE plpgsql
IMMUTABLE
AS $$BEGIN RETURN n * factor; END$$;

CREATE OR REPLACE FUNCTION public.price(n integer)
RETURNS integer
LANGUAGE plpgsql
IMMUTABLE
AS $$BEGIN RETURN public.scaled(n, 2); END$$;

CREATE MATERIALIZED VIEW public.prices AS
SELECT public.price(3) AS price
   FROM public.item
  WHERE (public.price(1) > 0);
