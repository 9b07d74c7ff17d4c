ALTER DOMAIN public.d1 RENAME TO d1__retired;
ALTER DOMAIN public.d2 RENAME TO d2__retired;
DROP INDEX public.t_b_idx;

ALTER TABLE public.t
    DROP CONSTRAINT k,
    DROP COLUMN g;

DROP VIEW public.v;
CREATE DOMAIN public.d1 AS numeric(10,2);
ALTER DOMAIN public.d1 ADD CONSTRAINT pos CHECK (VALUE >= (0)::numeric);
CREATE DOMAIN public.d2 AS public.d1 DEFAULT 1;

ALTER TABLE public.t
    ALTER COLUMN a TYPE public.d1,
    ALTER COLUMN b DROP DEFAULT,
    ALTER COLUMN b TYPE public.d2,
    ALTER COLUMN b SET DEFAULT 3,
    ALTER COLUMN c TYPE public.d2[],
    ADD COLUMN g numeric GENERATED ALWAYS AS ((a)::numeric * (2)::numeric) STORED,
    ADD CONSTRAINT k CHECK ((a)::numeric < (100)::numeric);

CREATE INDEX t_b_idx ON public.t (b) WHERE ((b)::numeric > (0)::numeric);

CREATE VIEW public.v AS
SELECT a,
    b
   FROM public.t;

DROP DOMAIN public.d2__retired;
DROP DOMAIN public.d1__retired;
