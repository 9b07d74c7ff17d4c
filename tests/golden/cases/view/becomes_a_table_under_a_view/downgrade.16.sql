DROP VIEW public.names;

-- DATA LOSS: table active_users is dropped with its rows
DROP TABLE public.active_users;

CREATE VIEW public.active_users AS
SELECT id,
    email
   FROM public.users
  WHERE active;

CREATE VIEW public.names AS
SELECT email
   FROM public.active_users;
