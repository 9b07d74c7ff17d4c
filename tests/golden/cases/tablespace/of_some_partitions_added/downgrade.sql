-- DATA LOSS: table events_1 is dropped with its rows
DROP TABLE public.events_1;

-- DATA LOSS: table events_2 is dropped with its rows
DROP TABLE public.events_2;
DROP TABLE public.events;
