DROP MATERIALIZED VIEW public.names;

CREATE MATERIALIZED VIEW public.names AS
SELECT lower(email) AS email
   FROM public.users
WITH NO DATA;

COMMENT ON MATERIALIZED VIEW public.names IS 'as they are';
