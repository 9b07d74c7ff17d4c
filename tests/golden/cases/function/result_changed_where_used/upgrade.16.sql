DROP POLICY small ON public.things;
DROP INDEX public.things_twice_idx;

ALTER TABLE public.things
    DROP CONSTRAINT things_n_check,
    DROP COLUMN m;

DROP VIEW public.doubled;
ALTER TABLE public.things ALTER COLUMN id DROP DEFAULT;
DROP FUNCTION public.twice(integer);
SET LOCAL check_function_bodies = off;

CREATE FUNCTION public.twice(n integer)
RETURNS bigint
LANGUAGE sql
IMMUTABLE
AS $$SELECT n * 2$$;

ALTER TABLE public.things
    ALTER COLUMN id SET DEFAULT public.twice(1),
    ADD COLUMN m bigint GENERATED ALWAYS AS (public.twice(n)) STORED,
    ADD CONSTRAINT things_n_check CHECK (public.twice(n) < 100);

CREATE INDEX things_twice_idx ON public.things (public.twice(n));

CREATE VIEW public.doubled AS
SELECT public.twice(n) AS d
   FROM public.things;

CREATE POLICY small ON public.things
USING (public.twice(n) < 10);
