-- DATA LOSS: table t1 is dropped with its rows
DROP TABLE public.t1;

-- DATA LOSS: table t2 is dropped with its rows
DROP TABLE public.t2;
DROP TABLE public.t;
