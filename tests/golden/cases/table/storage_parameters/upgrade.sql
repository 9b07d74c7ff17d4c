ALTER TABLE public.events
    RESET (autovacuum_enabled, toast.autovacuum_enabled),
    SET (autovacuum_vacuum_scale_factor=0.1, fillfactor=80);
