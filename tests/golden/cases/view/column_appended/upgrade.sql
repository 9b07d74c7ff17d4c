CREATE OR REPLACE VIEW public.active_users AS
SELECT users.id,
    users.email,
    lower(users.email) AS folded
   FROM public.users
  WHERE users.active;
