CREATE OR REPLACE VIEW public.active_users AS
SELECT id,
    email
   FROM public.users
  WHERE active;
