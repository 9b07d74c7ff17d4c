REVOKE MAINTAIN ON TABLE public.t FROM pg_monitor;
