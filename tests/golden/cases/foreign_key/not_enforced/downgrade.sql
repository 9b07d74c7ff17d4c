-- DATA LOSS: column b.z is dropped with its values
ALTER TABLE public.b
    DROP CONSTRAINT b_z,
    DROP COLUMN z,
    ALTER CONSTRAINT b_x ENFORCED,
    ALTER CONSTRAINT b_y NOT ENFORCED;
