DROP INDEX public.one;
DROP INDEX public.three;
DROP INDEX public.two;
CREATE INDEX one ON public.t (a) WHERE (b IS NULL);
CREATE INDEX three ON public.t (a);
CREATE INDEX two ON public.t (a) WHERE (b = ANY (ARRAY['x'::text, 'y'::text]));
