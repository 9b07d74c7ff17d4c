ALTER TABLE public.t RENAME CONSTRAINT new_name TO old_name;
COMMENT ON CONSTRAINT old_name ON public.t IS NULL;
