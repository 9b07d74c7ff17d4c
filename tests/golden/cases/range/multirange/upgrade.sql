ALTER TYPE public.spell RENAME TO spell__retired;
ALTER FUNCTION public.spell(integer, integer) RENAME TO spell__retired;
ALTER FUNCTION public.spell(integer, integer, text) RENAME TO spell__retired;
ALTER TYPE public.spell_multirange RENAME TO spell__retired_multirange;
ALTER FUNCTION public.spell_multirange() RENAME TO spell__retired_multirange;
ALTER FUNCTION public.spell_multirange(public.spell__retired) RENAME TO spell__retired_multirange;
ALTER FUNCTION public.spell_multirange(VARIADIC public.spell__retired[]) RENAME TO spell__retired_multirange;
CREATE TYPE public.spell AS RANGE (SUBTYPE = integer, MULTIRANGE_TYPE_NAME = public.spells);

ALTER TABLE public.t
    ADD COLUMN few int4multirange,
    ADD COLUMN many public.spells;

DROP TYPE public.spell__retired;
