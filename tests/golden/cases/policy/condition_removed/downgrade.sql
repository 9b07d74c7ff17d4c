ALTER POLICY own ON public.users
WITH CHECK (id < 9);
