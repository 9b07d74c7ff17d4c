CREATE SCHEMA archive;
ALTER TABLE public.events RENAME TO old_events;
ALTER TABLE public.old_events SET SCHEMA archive;

CREATE TABLE public.keep (
    id integer NOT NULL,
    CONSTRAINT keep_pkey PRIMARY KEY (id)
);
