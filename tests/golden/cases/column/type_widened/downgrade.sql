ALTER TABLE public.t
    DROP CONSTRAINT t_n_check,
    ALTER COLUMN id TYPE integer,
    ALTER COLUMN n DROP DEFAULT,
    ALTER COLUMN n TYPE integer,
    ALTER COLUMN n SET DEFAULT 5,
    ALTER COLUMN name DROP DEFAULT,
    ALTER COLUMN name TYPE character varying(20),
    ALTER COLUMN name SET DEFAULT 'x'::character varying,
    ADD CONSTRAINT t_n_check CHECK (n > 0);
