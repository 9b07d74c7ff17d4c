DROP VIEW public.names;
DROP VIEW public.active_users;

CREATE TABLE public.active_users (
    id integer,
    email text
);

CREATE VIEW public.names AS
SELECT email
   FROM public.active_users;
