SET LOCAL check_function_bodies = off;

CREATE FUNCTION public.gap(text, text)
RETURNS double precision
LANGUAGE sql
IMMUTABLE
AS $$SELECT length($1) - length($2)$$;

CREATE TYPE public.words AS RANGE (SUBTYPE = text, SUBTYPE_OPCLASS = text_pattern_ops, COLLATION = public.german, SUBTYPE_DIFF = public.gap);
COMMENT ON TYPE public.words IS 'a range of words';
ALTER TYPE public.words OWNER TO pg_monitor;

CREATE TABLE public.t (
    a public.words
);
