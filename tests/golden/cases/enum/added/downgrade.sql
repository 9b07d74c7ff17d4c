-- DATA LOSS: table people is dropped with its rows
DROP TABLE public.people;
DROP TYPE public.mood;
