ALTER TABLE public.t
    DROP CONSTRAINT sane,
    DROP CONSTRAINT t_price_check,
    ADD CONSTRAINT sane CHECK (price < (2000)::numeric),
    ADD CONSTRAINT t_price_check CHECK (price >= (0)::numeric);
