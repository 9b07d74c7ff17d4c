ALTER TABLE public.r DROP CONSTRAINT r_a_fkey;
CREATE SCHEMA r__retired;
ALTER TABLE public.r SET SCHEMA r__retired;

CREATE TABLE public.r (
    a integer
);

INSERT INTO public.r (a)
SELECT a FROM r__retired.r;

DROP TABLE r__retired.r;
DROP SCHEMA r__retired;
CREATE SCHEMA t__retired;
ALTER TABLE public.t SET SCHEMA t__retired;
COMMENT ON ACCESS METHOD rows IS 'as heap';

CREATE TABLE public.t (
    a integer NOT NULL,
    b text
) USING rows;

INSERT INTO public.t (a, b)
SELECT a, b FROM t__retired.t;

DROP TABLE t__retired.t;
DROP SCHEMA t__retired;
ALTER TABLE public.t ADD CONSTRAINT t_pkey PRIMARY KEY (a);
ALTER TABLE public.r ADD CONSTRAINT r_a_fkey FOREIGN KEY (a) REFERENCES public.t (a);
DROP ACCESS METHOD tree;
CREATE ACCESS METHOD tree TYPE INDEX HANDLER bthandler;
