ALTER TYPE public.spell RENAME TO spell__retired;
ALTER FUNCTION public.spell(bigint, bigint) RENAME TO spell__retired;
ALTER FUNCTION public.spell(bigint, bigint, text) RENAME TO spell__retired;
CREATE TYPE public.spell AS RANGE (SUBTYPE = integer);
ALTER TABLE public.uses ALTER COLUMN during TYPE public.spell USING during::text::public.spell;
DROP TYPE public.spell__retired;
