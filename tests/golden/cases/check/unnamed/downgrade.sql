ALTER TABLE public.t
    DROP CONSTRAINT t_b_check,
    DROP CONSTRAINT t_b_check1,
    ADD CONSTRAINT t_b_check CHECK (b ~~ 'x%'::text);
