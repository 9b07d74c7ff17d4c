CREATE INDEX near ON public.t USING gist (a gist_trgm_ops (siglen=32));
CREATE INDEX t_a_idx ON public.t USING gin (a gin_trgm_ops);
