ALTER TABLE public.t
    ALTER COLUMN nums DROP DEFAULT,
    ALTER COLUMN nums TYPE integer[],
    ALTER COLUMN nums SET DEFAULT '{1,2}'::integer[],
    ALTER COLUMN tags DROP DEFAULT,
    ALTER COLUMN tags TYPE character varying(10)[],
    ALTER COLUMN tags SET DEFAULT '{}'::character varying[];
