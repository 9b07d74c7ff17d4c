DROP INDEX public.one;
DROP INDEX public.three;
DROP INDEX public.two;
CREATE INDEX one ON public.t (a text_pattern_ops);
CREATE INDEX three ON public.t USING gin (j jsonb_path_ops);
CREATE INDEX two ON public.t (a);
