ALTER TABLE public.t RENAME TO u;
ALTER TABLE public.u OWNER TO pg_signal_backend;
GRANT INSERT ON TABLE public.u TO pg_monitor;
