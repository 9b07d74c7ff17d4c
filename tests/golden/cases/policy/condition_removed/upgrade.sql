DROP POLICY own ON public.users;

CREATE POLICY own ON public.users FOR UPDATE
USING (id = 1);
