ALTER TABLE public.t
    DROP CONSTRAINT positive,
    ADD CONSTRAINT t_a_check CHECK (a > 0) NO INHERIT,
    ADD CONSTRAINT t_a_check1 CHECK (a > 0) NO INHERIT;
