DROP INDEX public.one;
DROP INDEX public.two;
CREATE INDEX one ON public.t (a);
CREATE UNIQUE INDEX two ON public.t (a, id);
