ALTER TABLE public.t OWNER TO pg_signal_backend;
REVOKE INSERT (a) ON TABLE public.t FROM pg_signal_backend;
GRANT SELECT ON TABLE public.t TO pg_monitor;
