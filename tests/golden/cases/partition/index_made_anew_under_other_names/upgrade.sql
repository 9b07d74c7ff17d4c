DROP INDEX public.one;
DROP INDEX public.two;
CREATE INDEX one ON public.item ((n % 2));
CREATE INDEX two ON public.item ((n % 2));
