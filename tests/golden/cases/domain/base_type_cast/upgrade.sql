ALTER DOMAIN public.amount RENAME TO amount__retired;
CREATE DOMAIN public.amount AS integer;

-- DATA LOSS: column t.a from numeric to integer: values may be rounded or cut
-- DATA LOSS: column t.b from numeric[] to integer[]: values may be rounded or cut
ALTER TABLE public.t
    ALTER COLUMN a TYPE public.amount,
    ALTER COLUMN b TYPE public.amount[],
    ALTER COLUMN c TYPE public.amount USING c::public.amount;

DROP DOMAIN public.amount__retired;
