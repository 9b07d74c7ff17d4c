-- DATA LOSS: column t.new is dropped with its values
ALTER TABLE public.t
    ALTER COLUMN later DROP NOT NULL,
    ADD NOT NULL later NOT VALID,
    ALTER COLUMN named DROP NOT NULL,
    ADD CONSTRAINT known NOT NULL named NOT VALID,
    DROP COLUMN new,
    VALIDATE CONSTRAINT t_strict_not_null;
