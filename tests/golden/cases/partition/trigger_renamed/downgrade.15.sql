ALTER TRIGGER touched ON public.events RENAME TO stamped;
ALTER TABLE public.events_1 ENABLE TRIGGER stamped;
