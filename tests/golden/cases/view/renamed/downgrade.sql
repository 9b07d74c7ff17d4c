ALTER VIEW public.living_users RENAME TO active_users;

CREATE OR REPLACE VIEW public.names AS
SELECT active_users.email
   FROM public.active_users;
