ALTER TABLE public.events
    RESET (autovacuum_vacuum_scale_factor),
    SET (fillfactor=70, autovacuum_enabled=false, toast.autovacuum_enabled=false);
