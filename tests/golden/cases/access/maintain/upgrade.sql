GRANT MAINTAIN ON TABLE public.t TO pg_monitor;
