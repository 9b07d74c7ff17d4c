DROP VIEW public.names;

-- DATA LOSS: table active_users is dropped with its rows
DROP TABLE public.active_users;

CREATE VIEW public.active_users AS
SELECT users.id,
    users.email
   FROM public.users
  WHERE users.active;

CREATE VIEW public.names AS
SELECT active_users.email
   FROM public.active_users;
