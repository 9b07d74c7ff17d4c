DROP INDEX public.one;
DROP INDEX public.three;
ALTER INDEX public.two RESET (deduplicate_items);
ALTER INDEX public.two SET (fillfactor=70);
CREATE INDEX one ON public.t (a) INCLUDE (b);
CREATE INDEX three ON public.t (b);
