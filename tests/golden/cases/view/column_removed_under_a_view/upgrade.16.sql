DROP VIEW public.names;
DROP VIEW public.active_users;

CREATE VIEW public.active_users AS
SELECT id
   FROM public.users
  WHERE active;

CREATE VIEW public.names AS
SELECT id
   FROM public.active_users;
