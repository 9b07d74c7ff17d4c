ALTER TABLE public.t
    VALIDATE CONSTRAINT t_later_not_null,
    VALIDATE CONSTRAINT known,
    ADD COLUMN new integer,
    ADD NOT NULL new NOT VALID,
    ALTER COLUMN strict DROP NOT NULL,
    ADD NOT NULL strict NOT VALID;
