ALTER FUNCTION public.fine(public.kind) RENAME TO fine__retired;
ALTER TYPE public.kind RENAME TO kind__retired;
CREATE SCHEMA t__retired;
ALTER TABLE public.t SET SCHEMA t__retired;
ALTER TABLE public.t_b SET SCHEMA t__retired;
ALTER TABLE public.t_c SET SCHEMA t__retired;
CREATE TYPE public.kind AS ENUM ('a', 'c', 'b');
SET LOCAL check_function_bodies = off;

CREATE FUNCTION public.fine(k public.kind)
RETURNS boolean
LANGUAGE sql
IMMUTABLE
AS $$SELECT k <> 'a'::public.kind$$;

CREATE TABLE public.t (
    id integer,
    k public.kind NOT NULL,
    CONSTRAINT ok CHECK (public.fine(k))
) PARTITION BY LIST (k);

CREATE TABLE public.t_b PARTITION OF public.t FOR VALUES IN ('b');
CREATE TABLE public.t_c PARTITION OF public.t FOR VALUES IN ('c');

INSERT INTO public.t (id, k)
SELECT id, k::text::public.kind FROM t__retired.t;

DROP TABLE t__retired.t;
DROP SCHEMA t__retired;
DROP FUNCTION public.fine__retired;
DROP TYPE public.kind__retired;
