ALTER DOMAIN public.d RENAME TO d__retired;
ALTER DOMAIN public.e RENAME TO e__retired;
ALTER TYPE public.c RENAME TO c__retired;
CREATE DOMAIN public.d AS integer;
ALTER DOMAIN public.d ADD CONSTRAINT pos CHECK (VALUE > 0);
CREATE DOMAIN public.e AS public.d;

CREATE TYPE public.c AS (
    x public.d
);

ALTER TABLE public.t
    ALTER COLUMN a TYPE public.d,
    ALTER COLUMN b TYPE public.d[],
    ALTER COLUMN c TYPE public.e[],
    ALTER COLUMN f TYPE public.c USING f::text::public.c;

DROP DOMAIN public.e__retired;
DROP TYPE public.c__retired;
DROP DOMAIN public.d__retired;
