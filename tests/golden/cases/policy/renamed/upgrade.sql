ALTER POLICY own ON public.users RENAME TO mine;
