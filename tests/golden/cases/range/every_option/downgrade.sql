-- DATA LOSS: table t is dropped with its rows
DROP TABLE public.t;
DROP TYPE public.words;
DROP FUNCTION public.gap(text, text);
