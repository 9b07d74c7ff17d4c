DROP POLICY adding ON public.t;
DROP POLICY changing ON public.t;
DROP POLICY for_all ON public.t;
DROP POLICY reading ON public.t;
DROP POLICY removing ON public.t;

ALTER TABLE public.t
    DISABLE ROW LEVEL SECURITY,
    NO FORCE ROW LEVEL SECURITY;

-- DATA LOSS: table u is dropped with its rows
DROP TABLE public.u;
