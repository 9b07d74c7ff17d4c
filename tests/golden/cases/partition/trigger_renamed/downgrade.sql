ALTER TRIGGER touched ON public.events RENAME TO stamped;
ALTER TRIGGER touched ON public.events_1 RENAME TO stamped;
ALTER TRIGGER touched ON public.events_1a RENAME TO stamped;
ALTER TABLE public.events_1 ENABLE TRIGGER stamped;
