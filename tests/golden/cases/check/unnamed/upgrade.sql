ALTER TABLE public.t
    DROP CONSTRAINT t_b_check,
    ADD CONSTRAINT t_b_check CHECK (b ~~ 'y%'::text),
    ADD CONSTRAINT t_b_check1 CHECK (coalesce(b, '') <> 'z');
