CREATE OR REPLACE VIEW public.active_users AS
SELECT id,
    email,
    lower(email) AS folded
   FROM public.users
  WHERE active;
