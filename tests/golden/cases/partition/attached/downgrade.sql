ALTER TABLE public.events DETACH PARTITION public.archive;
