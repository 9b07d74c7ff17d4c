ALTER TABLE public.t RENAME CONSTRAINT old_name TO new_name;
COMMENT ON CONSTRAINT new_name ON public.t IS 'Renamed';
