ALTER TABLE public.t
    ALTER COLUMN a TYPE integer USING a::integer,
    ALTER COLUMN b TYPE text;

COMMENT ON COLUMN public.t.a IS 'was b';
COMMENT ON COLUMN public.t.b IS 'was a';
