DROP TRIGGER stamped ON public.events_1;
ALTER TABLE public.events DETACH PARTITION public.loose;
DROP TRIGGER counted ON public.events;
ALTER TABLE public.events ATTACH PARTITION public.events_1 FOR VALUES FROM (0) TO (10);

CREATE TRIGGER counted
AFTER INSERT ON public.events
FOR EACH ROW
EXECUTE FUNCTION public.stamp();

ALTER TABLE public.events ENABLE TRIGGER stamped;
ALTER TABLE public.events_1 DISABLE TRIGGER stamped;
COMMENT ON TRIGGER stamped ON public.events_2a IS NULL;

CREATE TRIGGER counted
AFTER UPDATE ON public.loose
FOR EACH ROW
EXECUTE FUNCTION public.stamp();
