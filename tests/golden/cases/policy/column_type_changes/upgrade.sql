DROP POLICY own ON public.users;
ALTER TABLE public.users ALTER COLUMN id TYPE bigint;

CREATE POLICY own ON public.users FOR UPDATE
USING (id = 1)
WITH CHECK (id < 9);
