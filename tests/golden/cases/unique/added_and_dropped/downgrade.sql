ALTER TABLE public.t
    DROP CONSTRAINT t_b_c,
    DROP CONSTRAINT t_b_key,
    ADD CONSTRAINT t_a_b_key UNIQUE (a, b),
    ADD CONSTRAINT t_a_key UNIQUE (a);
