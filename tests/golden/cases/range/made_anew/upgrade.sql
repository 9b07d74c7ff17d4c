ALTER TYPE public.spell RENAME TO spell__retired;
ALTER FUNCTION public.spell(integer, integer) RENAME TO spell__retired;
ALTER FUNCTION public.spell(integer, integer, text) RENAME TO spell__retired;
CREATE TYPE public.spell AS RANGE (SUBTYPE = bigint);
ALTER TABLE public.uses ALTER COLUMN during TYPE public.spell USING during::text::public.spell;
DROP TYPE public.spell__retired;
