ALTER TABLE public.users ENABLE ROW LEVEL SECURITY;

CREATE POLICY all_active ON public.users AS RESTRICTIVE
USING (EXISTS (SELECT 1 FROM users u WHERE u.active AND u.id = users.id));

COMMENT ON POLICY all_active ON public.users IS 'not the idle';

CREATE POLICY own ON public.users FOR UPDATE
USING (id = 1)
WITH CHECK (id < 9);
