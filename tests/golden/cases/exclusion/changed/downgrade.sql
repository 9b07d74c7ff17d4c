ALTER TABLE public.t
    DROP CONSTRAINT hash,
    DROP CONSTRAINT no_overlap,
    ADD CONSTRAINT hash EXCLUDE (room WITH =),
    ADD CONSTRAINT no_overlap EXCLUDE USING gist (during WITH &&);
