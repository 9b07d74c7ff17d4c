DROP POLICY seen ON public.members;
DROP POLICY seen ON public.teams;

-- DATA LOSS: table teams is dropped with its rows
DROP TABLE public.teams;
DROP FUNCTION public.is_seen(public.members);

-- DATA LOSS: table members is dropped with its rows
DROP TABLE public.members;
