-- DATA LOSS: table events_1 is dropped with its rows
DROP TABLE public.events_1;
DROP TABLE public.events;
