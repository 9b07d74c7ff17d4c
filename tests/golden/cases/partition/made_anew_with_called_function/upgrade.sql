ALTER FUNCTION public.first_kind() RENAME TO first_kind__retired;
ALTER FUNCTION public.rank_of(public.kind) RENAME TO rank_of__retired;
ALTER FUNCTION public.rank_of(public.kind, integer) RENAME TO "2_rank_of__retired";
ALTER TYPE public.kind RENAME TO kind__retired;
CREATE SCHEMA t__retired;
ALTER TABLE public.t SET SCHEMA t__retired;
ALTER TABLE public.t_x SET SCHEMA t__retired;
CREATE TYPE public.kind AS ENUM ('x', 'y');
SET LOCAL check_function_bodies = off;

CREATE FUNCTION public.first_kind()
RETURNS public.kind
LANGUAGE sql
IMMUTABLE
AS $$SELECT 'x'::public.kind$$;

CREATE FUNCTION public.rank_of(k public.kind)
RETURNS integer
LANGUAGE sql
IMMUTABLE
AS $$SELECT 1$$;

CREATE FUNCTION public.rank_of(k public.kind, "least" integer)
RETURNS integer
LANGUAGE sql
IMMUTABLE
AS $$SELECT least$$;

CREATE TABLE public.t (
    id integer NOT NULL,
    k public.kind NOT NULL DEFAULT public.first_kind(),
    rank integer GENERATED ALWAYS AS (public.rank_of(k)) STORED,
    CONSTRAINT ranked CHECK (public.rank_of(k, 1) > 0)
) PARTITION BY LIST (k);

CREATE INDEX t_rank ON public.t (public.rank_of(k));
CREATE TABLE public.t_x PARTITION OF public.t FOR VALUES IN ('x');

INSERT INTO public.t (id, k)
SELECT id, k::text::public.kind FROM t__retired.t;

DROP TABLE t__retired.t;
DROP SCHEMA t__retired;
DROP FUNCTION public.first_kind__retired;
DROP FUNCTION public.rank_of__retired;
DROP FUNCTION public."2_rank_of__retired";
DROP TYPE public.kind__retired;
