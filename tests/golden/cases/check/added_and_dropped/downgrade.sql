ALTER TABLE public.t
    DROP CONSTRAINT b_small,
    DROP CONSTRAINT t_b_check,
    ADD CONSTRAINT a_and_b CHECK (a < b),
    ADD CONSTRAINT t_a_check CHECK (a > 0);
