ALTER TABLE public.leaver NO INHERIT public.base;
ALTER TABLE public.leaver DROP CONSTRAINT positive;
COMMENT ON CONSTRAINT positive ON public.base IS 'Not zero';
ALTER TABLE public.base ADD CONSTRAINT small CHECK (n < 1000);
COMMENT ON CONSTRAINT small ON public.child IS 'Of the child too';
