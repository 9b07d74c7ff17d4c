ALTER TABLE public.events
    ALTER COLUMN at TYPE timestamp without time zone,
    ADD COLUMN note text,
    ALTER COLUMN state SET DEFAULT 'done'::text;
