-- DATA LOSS: column one.y is dropped with its values
ALTER TABLE public.one
    DROP CONSTRAINT positive,
    DROP CONSTRAINT small,
    DROP COLUMN y;
