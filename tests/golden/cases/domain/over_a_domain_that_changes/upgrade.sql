ALTER DOMAIN public.d1 RENAME TO d1__retired;
ALTER DOMAIN public.d2 RENAME TO d2__retired;
DROP INDEX public.t_b_idx;

ALTER TABLE public.t
    DROP CONSTRAINT k,
    DROP COLUMN g;

DROP VIEW public.v;
CREATE DOMAIN public.d1 AS bigint;
ALTER DOMAIN public.d1 ADD CONSTRAINT max CHECK (VALUE < 1000);
ALTER DOMAIN public.d1 ADD CONSTRAINT pos CHECK (VALUE >= 0);
CREATE DOMAIN public.d2 AS public.d1 DEFAULT 2;

-- DATA LOSS: column t.a from numeric(10,2) to bigint: values may be rounded or cut
-- DATA LOSS: column t.b from numeric(10,2) to bigint: values may be rounded or cut
-- DATA LOSS: column t.c from numeric(10,2)[] to bigint[]: values may be rounded or cut
ALTER TABLE public.t
    ALTER COLUMN a TYPE public.d1,
    ALTER COLUMN b DROP DEFAULT,
    ALTER COLUMN b TYPE public.d2,
    ALTER COLUMN b SET DEFAULT 4,
    ALTER COLUMN c TYPE public.d2[],
    ADD COLUMN g numeric GENERATED ALWAYS AS ((a)::bigint * 3) STORED,
    ADD CONSTRAINT k CHECK ((a)::bigint < 100);

CREATE INDEX t_b_idx ON public.t (b) WHERE ((b)::bigint > 0);

CREATE VIEW public.v AS
SELECT t.a,
    t.b
   FROM public.t;

DROP DOMAIN public.d2__retired;
DROP DOMAIN public.d1__retired;
