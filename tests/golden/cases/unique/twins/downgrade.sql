-- DATA LOSS: table s is dropped with its rows
DROP TABLE public.s;
