DROP VIEW public.names;
DROP VIEW public.active_users;

CREATE VIEW public.active_users AS
SELECT users.id
   FROM public.users
  WHERE users.active;

CREATE VIEW public.names AS
SELECT active_users.id
   FROM public.active_users;
