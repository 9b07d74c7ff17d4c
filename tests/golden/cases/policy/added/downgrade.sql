DROP POLICY all_active ON public.users;
DROP POLICY own ON public.users;
ALTER TABLE public.users DISABLE ROW LEVEL SECURITY;
