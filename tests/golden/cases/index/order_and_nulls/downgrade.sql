DROP INDEX public.one;
DROP INDEX public.three;
DROP INDEX public.two;
CREATE INDEX one ON public.t (a, b);
CREATE INDEX three ON public.t (a NULLS FIRST);
CREATE INDEX two ON public.t (a DESC);
