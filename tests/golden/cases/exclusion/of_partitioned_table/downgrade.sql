ALTER TABLE public.stays DROP CONSTRAINT no_overlap;
