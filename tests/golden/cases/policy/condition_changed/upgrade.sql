ALTER POLICY own ON public.users
USING (id = 2);
