-- DATA LOSS: column events.no is dropped with its values
ALTER TABLE public.events DROP COLUMN no;
