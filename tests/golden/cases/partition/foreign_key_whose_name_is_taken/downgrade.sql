ALTER TABLE public.t DROP CONSTRAINT one;

-- DATA LOSS: table t_2 is dropped with its rows
DROP TABLE public.t_2;
