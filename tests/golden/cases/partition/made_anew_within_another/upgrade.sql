ALTER TABLE public.t DETACH PARTITION public.t_2;
CREATE SCHEMA t_2__retired;
ALTER TABLE public.t_2 SET SCHEMA t_2__retired;
ALTER TABLE public.t DETACH PARTITION public.t_1;
CREATE TABLE public.t_both PARTITION OF public.t FOR VALUES IN (1, 2) PARTITION BY LIST (a);
CREATE TABLE public.t_2 PARTITION OF public.t_both FOR VALUES IN (2) PARTITION BY LIST (b);
CREATE TABLE public.t_2_all PARTITION OF public.t_2 DEFAULT;

INSERT INTO public.t_2 (a, b)
SELECT a, b FROM t_2__retired.t_2;

DROP TABLE t_2__retired.t_2;
DROP SCHEMA t_2__retired;
ALTER TABLE public.t_both ATTACH PARTITION public.t_1 FOR VALUES IN (1);
