DROP INDEX public.one;
DROP INDEX public.three;
DROP INDEX public.two;
CREATE INDEX one ON public.t USING hash (a);
CREATE INDEX three ON public.t (b);
CREATE INDEX two ON public.t USING brin (a) WITH (pages_per_range=32);
