-- DATA LOSS: table child is dropped with its rows
DROP TABLE public.child;

-- DATA LOSS: column base.c is dropped with its values
ALTER TABLE public.base
    ALTER COLUMN b SET DEFAULT 'x'::text,
    DROP COLUMN c;
