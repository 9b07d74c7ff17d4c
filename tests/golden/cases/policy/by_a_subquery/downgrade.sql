DROP POLICY cleared ON public.secrets;
ALTER TABLE public.secrets DISABLE ROW LEVEL SECURITY;
