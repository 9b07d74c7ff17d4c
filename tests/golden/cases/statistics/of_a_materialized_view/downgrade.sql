DROP STATISTICS public.pairs;
