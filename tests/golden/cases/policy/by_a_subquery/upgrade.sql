ALTER TABLE public.secrets ENABLE ROW LEVEL SECURITY;

CREATE POLICY cleared ON public.secrets
USING ((SELECT bool_or(levels.level >= secrets.level) FROM levels WHERE name = current_user))
WITH CHECK ((SELECT count(*) FROM levels) > 0);
