CREATE STATISTICS public.pairs ON a, b FROM public.m;
