DROP VIEW public.active_users;

CREATE VIEW public.active_users AS
SELECT id,
    email
   FROM public.users
  WHERE active;
