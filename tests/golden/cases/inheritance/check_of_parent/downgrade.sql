ALTER TABLE public.base DROP CONSTRAINT small;
COMMENT ON CONSTRAINT positive ON public.base IS NULL;
ALTER TABLE public.leaver ADD CONSTRAINT positive CHECK (n > 0);
ALTER TABLE public.leaver INHERIT public.base;
