DROP MATERIALIZED VIEW public.emails;

CREATE MATERIALIZED VIEW public.emails AS
SELECT id,
    email
   FROM public.users;

CREATE UNIQUE INDEX emails_id_idx ON public.emails (id);
