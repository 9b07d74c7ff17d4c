DROP TRIGGER emptied ON public.t;
