ALTER TABLE public.t ALTER COLUMN id SET GENERATED ALWAYS;
SELECT setval(pg_get_serial_sequence('public.t', 'n'), 100, false) WHERE coalesce(pg_sequence_last_value(pg_get_serial_sequence('public.t', 'n')), 0) < 1;
ALTER TABLE public.t ALTER COLUMN n SET INCREMENT BY 5 SET NO MINVALUE SET NO MAXVALUE SET START WITH 100 SET CACHE 1 SET CYCLE;
