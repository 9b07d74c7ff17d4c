-- DATA LOSS: column t.few is dropped with its values
-- DATA LOSS: column t.many is dropped with its values
ALTER TABLE public.t
    DROP COLUMN few,
    DROP COLUMN many;

ALTER TYPE public.spell RENAME TO spell__retired;
ALTER FUNCTION public.spell(integer, integer) RENAME TO spell__retired;
ALTER FUNCTION public.spell(integer, integer, text) RENAME TO spell__retired;
ALTER TYPE public.spells RENAME TO spell__retired_multirange;
ALTER FUNCTION public.spells() RENAME TO spell__retired_multirange;
ALTER FUNCTION public.spells(public.spell__retired) RENAME TO spell__retired_multirange;
ALTER FUNCTION public.spells(VARIADIC public.spell__retired[]) RENAME TO spell__retired_multirange;
CREATE TYPE public.spell AS RANGE (SUBTYPE = integer);
DROP TYPE public.spell__retired;
