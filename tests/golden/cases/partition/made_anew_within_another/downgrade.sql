ALTER TABLE public.t_both DETACH PARTITION public.t_2;
CREATE SCHEMA t_2__retired;
ALTER TABLE public.t_2 SET SCHEMA t_2__retired;
ALTER TABLE public.t_both DETACH PARTITION public.t_1;
DROP INDEX public.t_1_b_idx;
CREATE INDEX t_1_b_idx ON public.t_1 (b);
DROP TABLE public.t_both;
CREATE TABLE public.t_2 PARTITION OF public.t FOR VALUES IN (2);

INSERT INTO public.t_2 (a, b)
SELECT a, b FROM t_2__retired.t_2;

DROP TABLE t_2__retired.t_2;
DROP SCHEMA t_2__retired;
ALTER TABLE public.t ATTACH PARTITION public.t_1 FOR VALUES IN (1);
