ALTER TABLE public.t RENAME CONSTRAINT new_key TO old_key;
COMMENT ON CONSTRAINT old_key ON public.t IS NULL;
