ALTER TABLE public.t
    ALTER COLUMN a TYPE character varying,
    ALTER COLUMN b TYPE numeric,
    ALTER COLUMN c TYPE timestamp without time zone,
    ALTER COLUMN d TYPE interval,
    ALTER COLUMN e TYPE text,
    ALTER COLUMN f TYPE character(5),
    ALTER COLUMN g TYPE bit(4),
    ALTER COLUMN h TYPE time without time zone;
