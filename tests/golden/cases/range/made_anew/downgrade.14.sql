ALTER TYPE public.spell RENAME TO spell__retired;
ALTER TYPE public.spell_multirange RENAME TO spell__retired_multirange;
ALTER FUNCTION public.spell_multirange() RENAME TO spell__retired_multirange;
ALTER FUNCTION public.spell_multirange(public.spell__retired) RENAME TO spell__retired_multirange;
ALTER FUNCTION public.spell_multirange(VARIADIC public.spell__retired[]) RENAME TO spell__retired_multirange;
CREATE TYPE public.spell AS RANGE (SUBTYPE = integer);
ALTER TABLE public.uses ALTER COLUMN during TYPE public.spell USING during::text::public.spell;
DROP TYPE public.spell__retired;
