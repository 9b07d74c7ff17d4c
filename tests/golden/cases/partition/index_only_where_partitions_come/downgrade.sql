ALTER TABLE public.t DETACH PARTITION public.t_1;
DROP INDEX public.t_b;

-- DATA LOSS: table t_2 is dropped with its rows
DROP TABLE public.t_2;
ALTER TABLE public.t ATTACH PARTITION public.t_1 FOR VALUES FROM (0) TO (10);
CREATE INDEX t_b ON ONLY public.t (b);
