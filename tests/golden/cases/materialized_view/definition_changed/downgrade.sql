DROP MATERIALIZED VIEW public.emails;

CREATE MATERIALIZED VIEW public.emails AS
SELECT users.id,
    users.email
   FROM public.users;

CREATE UNIQUE INDEX emails_id_idx ON public.emails (id);
