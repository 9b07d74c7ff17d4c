ALTER TABLE public.t
    ALTER COLUMN nums DROP DEFAULT,
    ALTER COLUMN nums TYPE bigint[],
    ALTER COLUMN nums SET DEFAULT '{1,2}'::bigint[],
    ALTER COLUMN tags DROP DEFAULT,
    ALTER COLUMN tags TYPE text[],
    ALTER COLUMN tags SET DEFAULT '{}'::text[];
