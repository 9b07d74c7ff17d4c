ALTER TRIGGER stamped ON public.events RENAME TO touched;
ALTER TRIGGER stamped ON public.events_1 RENAME TO touched;
ALTER TRIGGER stamped ON public.events_1a RENAME TO touched;
ALTER TABLE public.events_1 DISABLE TRIGGER touched;
