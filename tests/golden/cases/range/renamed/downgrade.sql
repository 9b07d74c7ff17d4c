ALTER TYPE public.period RENAME TO spell;
ALTER FUNCTION public.period(integer, integer) RENAME TO spell;
ALTER FUNCTION public.period(integer, integer, text) RENAME TO spell;
