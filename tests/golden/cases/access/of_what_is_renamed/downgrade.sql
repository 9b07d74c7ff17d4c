ALTER TABLE public.u RENAME TO t;
ALTER TABLE public.t OWNER TO pg_monitor;
GRANT SELECT ON TABLE public.t TO pg_signal_backend;
