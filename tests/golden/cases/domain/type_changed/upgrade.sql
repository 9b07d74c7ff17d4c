ALTER DOMAIN public.amount RENAME TO amount__retired;
CREATE DOMAIN public.amount AS bigint DEFAULT 1;
ALTER DOMAIN public.amount ADD CONSTRAINT positive CHECK (VALUE > 0);

ALTER TABLE public.t
    ALTER COLUMN many TYPE public.amount[],
    ALTER COLUMN n DROP DEFAULT,
    ALTER COLUMN n TYPE public.amount,
    ALTER COLUMN n SET DEFAULT 5;

DROP DOMAIN public.amount__retired;
