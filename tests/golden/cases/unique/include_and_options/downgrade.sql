ALTER TABLE public.t DROP CONSTRAINT t_a;
ALTER INDEX public.t_b RESET (fillfactor);
ALTER TABLE public.t ADD CONSTRAINT t_a UNIQUE (a) WITH (fillfactor=60);
