-- DATA LOSS: column t.g is dropped with its values
ALTER TABLE public.t
    DROP COLUMN g,
    ADD COLUMN g integer GENERATED ALWAYS AS (a + 1) STORED;
