COMMENT ON CONSTRAINT t_a_not_null ON public.t IS 'an old word';

-- DATA LOSS: column t.c is dropped with its values
ALTER TABLE public.t
    ALTER COLUMN b DROP NOT NULL,
    DROP COLUMN c;
