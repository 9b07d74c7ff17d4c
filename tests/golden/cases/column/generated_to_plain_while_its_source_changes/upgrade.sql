ALTER TABLE public.t RENAME COLUMN a TO b;
ALTER TABLE public.t ALTER COLUMN g DROP EXPRESSION;
ALTER TABLE public.t ALTER COLUMN h DROP EXPRESSION;

-- DATA LOSS: column t.g from integer to boolean: values may be rounded or cut
ALTER TABLE public.t
    ALTER COLUMN g TYPE boolean USING g::boolean,
    ALTER COLUMN h TYPE text,
    ALTER COLUMN h SET NOT NULL,
    ALTER COLUMN h SET DEFAULT 'x'::text,
    DROP COLUMN k,
    ALTER COLUMN b TYPE bigint,
    ADD COLUMN k bigint GENERATED ALWAYS AS (b + id) STORED;
