ALTER TABLE archive.old_events RENAME TO events;
ALTER TABLE archive.events SET SCHEMA public;

-- DATA LOSS: table keep is dropped with its rows
DROP TABLE public.keep;
DROP SCHEMA archive;
