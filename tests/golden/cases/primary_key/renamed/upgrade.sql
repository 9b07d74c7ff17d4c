ALTER TABLE public.t RENAME CONSTRAINT old_key TO new_key;
COMMENT ON CONSTRAINT new_key ON public.t IS 'The key';
