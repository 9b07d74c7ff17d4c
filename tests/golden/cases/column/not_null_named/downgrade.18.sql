-- t.gone: fails if the table has rows; give the field a backfill
-- DATA LOSS: column t.more is dropped with its values
ALTER TABLE public.t
    ALTER COLUMN free DROP NOT NULL,
    ADD COLUMN gone integer CONSTRAINT gone_given NOT NULL,
    DROP COLUMN more;

ALTER TABLE public.t RENAME CONSTRAINT old_told TO old_given;
ALTER TABLE public.t ADD CONSTRAINT open_given NOT NULL open;
ALTER TABLE public.t RENAME CONSTRAINT own_told TO t_own_not_null;
