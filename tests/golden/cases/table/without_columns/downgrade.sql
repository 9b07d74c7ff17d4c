-- DATA LOSS: table nothing is dropped with its rows
DROP TABLE public.nothing;
