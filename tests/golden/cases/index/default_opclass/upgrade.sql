ALTER INDEX public.t_name SET (fillfactor=70);
ALTER TABLE public.t ADD CONSTRAINT apart EXCLUDE USING gist (during range_ops WITH &&);
CREATE INDEX t_lower ON public.t (lower(name) text_ops);
CREATE INDEX t_words ON public.t USING gin (words array_ops);
