ALTER POLICY mine ON public.users RENAME TO own;
