ALTER TABLE public.events
    RESET (autovacuum_enabled, toast.autovacuum_enabled),
    SET (fillfactor=80, autovacuum_vacuum_scale_factor=0.1);
