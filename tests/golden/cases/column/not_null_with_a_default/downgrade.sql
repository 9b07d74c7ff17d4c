-- DATA LOSS: column t.b is dropped with its values
ALTER TABLE public.t
    ALTER COLUMN a DROP DEFAULT,
    ALTER COLUMN a DROP NOT NULL,
    DROP COLUMN b;
