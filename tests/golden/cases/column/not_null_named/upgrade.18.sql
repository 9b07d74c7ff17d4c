-- DATA LOSS: column t.gone is dropped with its values
ALTER TABLE public.t
    ADD CONSTRAINT free_given NOT NULL free,
    DROP COLUMN gone,
    ADD COLUMN more integer CONSTRAINT "more's" NOT NULL DEFAULT 1;

ALTER TABLE public.t RENAME CONSTRAINT old_given TO old_told;
ALTER TABLE public.t ALTER COLUMN open DROP NOT NULL;
ALTER TABLE public.t RENAME CONSTRAINT t_own_not_null TO own_told;
