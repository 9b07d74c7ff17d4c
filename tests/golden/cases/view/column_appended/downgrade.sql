DROP VIEW public.active_users;

CREATE VIEW public.active_users AS
SELECT users.id,
    users.email
   FROM public.users
  WHERE users.active;
