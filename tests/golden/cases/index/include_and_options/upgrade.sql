DROP INDEX public.one;
DROP INDEX public.three;
ALTER INDEX public.two SET (fillfactor=90, deduplicate_items=false);
CREATE INDEX one ON public.t (a);
CREATE INDEX three ON public.t (b) INCLUDE (a) WITH (fillfactor=50);
