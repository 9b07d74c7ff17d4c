DROP STATISTICS public.new;
ALTER TABLE public.t OWNER TO pg_monitor;
ALTER STATISTICS public.changes OWNER TO pg_monitor;
ALTER STATISTICS public.with_the_table OWNER TO pg_monitor;
