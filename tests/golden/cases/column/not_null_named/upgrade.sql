-- DATA LOSS: column t.gone is dropped with its values
ALTER TABLE public.t
    ALTER COLUMN free SET NOT NULL,
    DROP COLUMN gone,
    ADD COLUMN more integer NOT NULL DEFAULT 1,
    ALTER COLUMN open DROP NOT NULL;
