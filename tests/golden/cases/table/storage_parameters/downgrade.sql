ALTER TABLE public.events
    RESET (autovacuum_vacuum_scale_factor),
    SET (autovacuum_enabled=false, fillfactor=70, toast.autovacuum_enabled=false);
