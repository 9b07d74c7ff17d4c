ALTER TABLE public.t
    ALTER COLUMN a TYPE text,
    ALTER COLUMN b TYPE integer USING b::integer;

COMMENT ON COLUMN public.t.a IS 'was a';
COMMENT ON COLUMN public.t.b IS 'was b';
