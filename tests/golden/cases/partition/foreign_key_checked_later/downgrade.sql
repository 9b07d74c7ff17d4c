-- DATA LOSS: table visits_1 is dropped with its rows
DROP TABLE public.visits_1;
