ALTER VIEW public.active_users RENAME TO living_users;

CREATE OR REPLACE VIEW public.names AS
SELECT living_users.email
   FROM public.living_users;
