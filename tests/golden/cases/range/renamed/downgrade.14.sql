ALTER TYPE public.period RENAME TO spell;
ALTER FUNCTION public.period(integer, integer) RENAME TO spell;
ALTER FUNCTION public.period(integer, integer, text) RENAME TO spell;
ALTER TYPE public.period_multirange RENAME TO spell_multirange;
ALTER FUNCTION public.period_multirange() RENAME TO spell_multirange;
ALTER FUNCTION public.period_multirange(public.spell) RENAME TO spell_multirange;
ALTER FUNCTION public.period_multirange(VARIADIC public.spell[]) RENAME TO spell_multirange;
