ALTER TABLE public.t
    DROP CONSTRAINT t_a_b_key,
    DROP CONSTRAINT t_a_key,
    ADD CONSTRAINT t_b_c UNIQUE (b, c),
    ADD CONSTRAINT t_b_key UNIQUE (b);

COMMENT ON CONSTRAINT t_b_c ON public.t IS 'Both together';
