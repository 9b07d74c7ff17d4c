ALTER TYPE public.span RENAME TO spell;
ALTER FUNCTION public.span(integer, integer) RENAME TO spell;
ALTER FUNCTION public.span(integer, integer, text) RENAME TO spell;
ALTER TYPE public.span_multirange RENAME TO spell_multirange;
ALTER FUNCTION public.span_multirange() RENAME TO spell_multirange;
ALTER FUNCTION public.span_multirange(public.spell) RENAME TO spell_multirange;
ALTER FUNCTION public.span_multirange(VARIADIC public.spell[]) RENAME TO spell_multirange;
