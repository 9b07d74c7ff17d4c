ALTER TYPE public.span RENAME TO span__retired;
ALTER FUNCTION public.span(integer, integer) RENAME TO span__retired;
ALTER FUNCTION public.span(integer, integer, text) RENAME TO span__retired;
CREATE TYPE public.span AS RANGE (SUBTYPE = integer);
ALTER TABLE public.t ALTER COLUMN a TYPE public.span USING a::text::public.span;
DROP TYPE public.span__retired;
