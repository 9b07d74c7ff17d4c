DROP INDEX public.one;
DROP INDEX public.three;
DROP INDEX public.two;
CREATE INDEX one ON public.t (a);
CREATE INDEX three ON public.t USING gin (j);
CREATE INDEX two ON public.t (a COLLATE "C");
