DROP INDEX public.one;
DROP INDEX public.three;
ALTER INDEX public.two SET (deduplicate_items=false, fillfactor=90);
CREATE INDEX one ON public.t (a);
CREATE INDEX three ON public.t (b) INCLUDE (a) WITH (fillfactor=50);
