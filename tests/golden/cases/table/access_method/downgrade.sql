CREATE SCHEMA t__retired;
ALTER TABLE public.t SET SCHEMA t__retired;

CREATE TABLE public.t (
    a integer
);

INSERT INTO public.t (a)
SELECT a FROM t__retired.t;

DROP TABLE t__retired.t;
DROP SCHEMA t__retired;
