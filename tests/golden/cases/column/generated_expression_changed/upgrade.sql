DROP INDEX public.t_g_idx;

ALTER TABLE public.t
    DROP COLUMN g,
    ADD COLUMN g integer GENERATED ALWAYS AS (a + 2) STORED;

COMMENT ON COLUMN public.t.g IS 'Made of a';
CREATE INDEX t_g_idx ON public.t (g);
