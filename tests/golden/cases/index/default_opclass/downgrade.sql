DROP INDEX public.t_lower;
DROP INDEX public.t_words;
ALTER TABLE public.t DROP CONSTRAINT apart;
ALTER INDEX public.t_name RESET (fillfactor);
