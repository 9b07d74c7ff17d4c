ALTER TABLE public.events
    RESET (toast_tuple_target, parallel_workers, user_catalog_table),
    SET (fillfactor=80, toast.autovacuum_enabled=false, toast.vacuum_truncate=true);

ALTER TABLE public.plain RESET (autovacuum_enabled, toast.autovacuum_vacuum_threshold, log_autovacuum_min_duration);

-- DATA LOSS: table fresh is dropped with its rows
DROP TABLE public.fresh;
