-- DATA LOSS: table events_2026 is dropped with its rows
DROP TABLE public.events_2026;
ALTER TABLE public.events ALTER COLUMN id SET GENERATED ALWAYS SET INCREMENT BY 1;
