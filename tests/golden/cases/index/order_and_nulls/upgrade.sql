DROP INDEX public.one;
DROP INDEX public.three;
DROP INDEX public.two;
CREATE INDEX one ON public.t (a DESC, b);
CREATE INDEX three ON public.t (a);
CREATE INDEX two ON public.t (a DESC NULLS LAST);
