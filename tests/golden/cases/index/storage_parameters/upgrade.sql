ALTER INDEX public.by_brin SET (autosummarize=true);
ALTER INDEX public.by_gin RESET (gin_pending_list_limit);
ALTER INDEX public.by_gin SET (fastupdate=on);
ALTER INDEX public.by_gist RESET (fillfactor);
ALTER INDEX public.by_gist SET (buffering=auto);

ALTER TABLE public.t
    ADD CONSTRAINT t_n_key UNIQUE (n) WITH (fillfactor=60),
    ADD CONSTRAINT apart EXCLUDE USING gist (during WITH &&, spot WITH ~=) WITH (fillfactor=60) WHERE (n > 0) DEFERRABLE INITIALLY DEFERRED;

COMMENT ON INDEX public.t_n_key IS 'of the index';
CREATE INDEX by_hash ON public.t USING hash (name) WITH (fillfactor=60);
CREATE INDEX by_spgist ON public.t USING spgist (spot) WITH (fillfactor=60);
COMMENT ON INDEX public.by_spgist IS 'in quarters';
