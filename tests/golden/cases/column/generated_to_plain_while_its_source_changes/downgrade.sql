ALTER TABLE public.t RENAME COLUMN b TO a;

-- DATA LOSS: column t.g is dropped with its values
-- DATA LOSS: column t.h is dropped with its values
ALTER TABLE public.t
    DROP COLUMN g,
    DROP COLUMN h,
    DROP COLUMN k,
    ALTER COLUMN a TYPE integer,
    ADD COLUMN g integer GENERATED ALWAYS AS (a * 2) STORED,
    ADD COLUMN h integer GENERATED ALWAYS AS (a + 1) STORED,
    ADD COLUMN k integer GENERATED ALWAYS AS (a + id) STORED;
