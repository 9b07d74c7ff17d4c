ALTER TYPE public.spell RENAME TO span;
ALTER FUNCTION public.spell(integer, integer) RENAME TO span;
ALTER FUNCTION public.spell(integer, integer, text) RENAME TO span;
ALTER TYPE public.spell_multirange RENAME TO span_multirange;
ALTER FUNCTION public.spell_multirange() RENAME TO span_multirange;
ALTER FUNCTION public.spell_multirange(public.span) RENAME TO span_multirange;
ALTER FUNCTION public.spell_multirange(VARIADIC public.span[]) RENAME TO span_multirange;
