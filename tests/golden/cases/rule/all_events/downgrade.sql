DROP RULE on_delete ON public.t;
DROP RULE on_insert ON public.t;
DROP RULE on_update ON public.t;
DROP RULE v_delete ON public.v;
DROP RULE v_insert ON public.v;
DROP RULE v_update ON public.v;

-- DATA LOSS: table log is dropped with its rows
DROP TABLE public.log;
