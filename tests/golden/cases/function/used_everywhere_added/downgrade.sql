DROP VIEW public.doubled;

-- DATA LOSS: table things is dropped with its rows
DROP TABLE public.things;
DROP FUNCTION public.twice(integer);
