DROP TRIGGER counted ON public.loose;
ALTER TABLE public.events DETACH PARTITION public.events_1;
DROP TRIGGER counted ON public.events;
ALTER TABLE public.events ATTACH PARTITION public.loose FOR VALUES FROM (20) TO (30);

CREATE TRIGGER counted
AFTER INSERT OR UPDATE ON public.events
FOR EACH ROW
EXECUTE FUNCTION public.stamp();

ALTER TABLE public.events
    DISABLE TRIGGER counted,
    ENABLE ALWAYS TRIGGER stamped;

CREATE TRIGGER stamped
BEFORE UPDATE ON public.events_1
FOR EACH ROW
EXECUTE FUNCTION public.stamp();

ALTER TABLE public.events_2a
    ENABLE TRIGGER counted,
    ENABLE TRIGGER stamped;

COMMENT ON TRIGGER stamped ON public.events_2a IS 'Here as everywhere';
ALTER TABLE public.loose ENABLE REPLICA TRIGGER counted;
