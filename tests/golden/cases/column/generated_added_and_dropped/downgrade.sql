ALTER TABLE public.t
    DROP CONSTRAINT t_h_key,
    ADD COLUMN g integer GENERATED ALWAYS AS (a + 1) STORED,
    DROP COLUMN h;

CREATE INDEX t_g_idx ON public.t (g);
