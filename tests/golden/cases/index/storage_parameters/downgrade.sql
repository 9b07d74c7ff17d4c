DROP INDEX public.by_hash;
DROP INDEX public.by_spgist;

ALTER TABLE public.t
    DROP CONSTRAINT apart,
    DROP CONSTRAINT t_n_key;

ALTER INDEX public.by_brin RESET (autosummarize);
ALTER INDEX public.by_gin SET (fastupdate=off, gin_pending_list_limit=128);
ALTER INDEX public.by_gist SET (buffering=on, fillfactor=70);
