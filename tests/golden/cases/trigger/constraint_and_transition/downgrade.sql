DROP TRIGGER before_all ON public.t;
DROP TRIGGER checked ON public.t;
DROP TRIGGER checked_at_once ON public.t;
DROP TRIGGER counted ON public.t;
DROP TRIGGER counted_rows ON public.t;
DROP TRIGGER emptied ON public.t;

-- DATA LOSS: table other is dropped with its rows
DROP TABLE public.other;
