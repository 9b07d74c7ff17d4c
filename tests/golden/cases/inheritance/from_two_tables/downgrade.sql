ALTER TABLE public.one
    ADD COLUMN y integer,
    ADD CONSTRAINT positive CHECK (x > 0),
    ADD CONSTRAINT small CHECK (y < 9);
