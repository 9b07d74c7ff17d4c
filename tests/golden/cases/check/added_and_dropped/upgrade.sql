ALTER TABLE public.t
    DROP CONSTRAINT a_and_b,
    DROP CONSTRAINT t_a_check,
    ADD CONSTRAINT b_small CHECK (b < 1000),
    ADD CONSTRAINT t_b_check CHECK (b > 0);

COMMENT ON CONSTRAINT b_small ON public.t IS 'Not too much';
