ALTER TRIGGER stamped ON public.events RENAME TO touched;
ALTER TABLE public.events_1 DISABLE TRIGGER touched;
