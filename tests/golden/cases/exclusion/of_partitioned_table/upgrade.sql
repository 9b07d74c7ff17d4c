ALTER TABLE public.stays ADD CONSTRAINT no_overlap EXCLUDE USING gist (room WITH =, at WITH &&);
