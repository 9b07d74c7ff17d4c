ALTER TABLE public.events
    RESET (fillfactor, toast.vacuum_truncate),
    SET (toast.autovacuum_enabled=true, toast_tuple_target=4000, parallel_workers=2, user_catalog_table=true);

CREATE TABLE public.fresh (
    id integer NOT NULL,
    body text,
    CONSTRAINT fresh_pkey PRIMARY KEY (id)
) WITH (fillfactor=50, toast.autovacuum_enabled=false, vacuum_index_cleanup=off);

ALTER TABLE public.plain SET (autovacuum_enabled=false, toast.autovacuum_vacuum_threshold=100, log_autovacuum_min_duration=0);
