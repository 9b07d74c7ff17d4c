ALTER TABLE public.t
    DROP CONSTRAINT t_a_check,
    DROP CONSTRAINT t_a_check1,
    ADD CONSTRAINT positive CHECK (a > 0) NO INHERIT;
