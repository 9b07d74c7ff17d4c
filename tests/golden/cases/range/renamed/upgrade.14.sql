ALTER TYPE public.spell RENAME TO period;
ALTER FUNCTION public.spell(integer, integer) RENAME TO period;
ALTER FUNCTION public.spell(integer, integer, text) RENAME TO period;
ALTER TYPE public.spell_multirange RENAME TO period_multirange;
ALTER FUNCTION public.spell_multirange() RENAME TO period_multirange;
ALTER FUNCTION public.spell_multirange(public.period) RENAME TO period_multirange;
ALTER FUNCTION public.spell_multirange(VARIADIC public.period[]) RENAME TO period_multirange;
