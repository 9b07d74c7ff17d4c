DROP INDEX public.one;
DROP INDEX public.three;
DROP INDEX public.two;
CREATE INDEX one ON public.t (a) WHERE (b IS NOT NULL);
CREATE INDEX three ON public.t (a) WHERE a > 10 AND b <> '';
CREATE INDEX two ON public.t (a);
