ALTER TABLE public.t DROP CONSTRAINT t_a;
ALTER INDEX public.t_b SET (fillfactor=75);
ALTER TABLE public.t ADD CONSTRAINT t_a UNIQUE (a) INCLUDE (b);
