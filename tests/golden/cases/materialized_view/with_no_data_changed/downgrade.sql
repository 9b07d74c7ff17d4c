DROP MATERIALIZED VIEW public.names;

CREATE MATERIALIZED VIEW public.names AS
SELECT users.email
   FROM public.users
WITH NO DATA;
