-- DATA LOSS: column base.c is dropped with its values
ALTER TABLE public.base
    DROP COLUMN c,
    ALTER COLUMN id TYPE integer;

-- DATA LOSS: column leaf.c is dropped with its values
ALTER TABLE public.leaf
    DROP COLUMN c,
    ALTER COLUMN id TYPE integer;

ALTER TABLE public.leaf INHERIT public.mid;
