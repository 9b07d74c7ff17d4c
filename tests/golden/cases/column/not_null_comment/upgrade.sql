COMMENT ON CONSTRAINT t_a_not_null ON public.t IS 'a new word';

ALTER TABLE public.t
    ADD CONSTRAINT filled NOT NULL b,
    ADD COLUMN c integer NOT NULL DEFAULT 1;

COMMENT ON CONSTRAINT filled ON public.t IS 'why';
COMMENT ON CONSTRAINT t_c_not_null ON public.t IS 'from the start';
