ALTER TABLE public.t OWNER TO pg_monitor;
REVOKE SELECT ON TABLE public.t FROM pg_monitor;
GRANT SELECT, INSERT (a) ON TABLE public.t TO pg_signal_backend;
