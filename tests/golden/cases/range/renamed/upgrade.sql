ALTER TYPE public.spell RENAME TO period;
ALTER FUNCTION public.spell(integer, integer) RENAME TO period;
ALTER FUNCTION public.spell(integer, integer, text) RENAME TO period;
