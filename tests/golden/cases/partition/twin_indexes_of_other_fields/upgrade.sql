DROP INDEX public.one;
DROP INDEX public.two;
CREATE INDEX one ON public.item (m);
CREATE INDEX two ON public.item (m);
