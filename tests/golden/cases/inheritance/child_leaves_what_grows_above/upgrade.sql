ALTER TABLE public.leaf NO INHERIT public.mid;

-- leaf.c: fails if the table has rows; give the field a backfill
ALTER TABLE public.leaf
    ADD COLUMN c timestamp without time zone NOT NULL,
    ALTER COLUMN id TYPE bigint;

ALTER TABLE public.base
    ADD COLUMN c date,
    ALTER COLUMN id TYPE bigint;
