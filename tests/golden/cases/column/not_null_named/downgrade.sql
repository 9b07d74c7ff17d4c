-- t.gone: fails if the table has rows; give the field a backfill
-- DATA LOSS: column t.more is dropped with its values
ALTER TABLE public.t
    ALTER COLUMN free DROP NOT NULL,
    ADD COLUMN gone integer NOT NULL,
    DROP COLUMN more,
    ALTER COLUMN open SET NOT NULL;
