CREATE OR REPLACE RULE keep AS
ON DELETE TO public.users DO INSTEAD  UPDATE public.users SET active = false
  WHERE (users.id = old.id);

ALTER TABLE public.users ENABLE ALWAYS RULE keep;
COMMENT ON RULE keep ON public.users IS 'nobody goes';
