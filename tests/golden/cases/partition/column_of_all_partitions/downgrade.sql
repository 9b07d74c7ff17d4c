-- DATA LOSS: column events.at from timestamp without time zone to date: values may be rounded or cut
-- DATA LOSS: column events.note is dropped with its values
ALTER TABLE public.events
    ALTER COLUMN at TYPE date,
    DROP COLUMN note,
    ALTER COLUMN state SET DEFAULT 'new'::text;
