ALTER DOMAIN public.amount RENAME TO amount__retired;
CREATE DOMAIN public.amount AS numeric;

ALTER TABLE public.t
    ALTER COLUMN a TYPE public.amount,
    ALTER COLUMN b TYPE public.amount[],
    ALTER COLUMN c TYPE text;

DROP DOMAIN public.amount__retired;
