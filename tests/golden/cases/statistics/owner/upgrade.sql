ALTER TABLE public.t OWNER TO pg_signal_backend;
ALTER STATISTICS public.changes OWNER TO pg_read_all_stats;
ALTER STATISTICS public.with_the_table OWNER TO pg_signal_backend;
CREATE STATISTICS public.new ON a, b, c FROM public.t;
ALTER STATISTICS public.new OWNER TO pg_signal_backend;
