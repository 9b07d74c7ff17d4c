DROP MATERIALIZED VIEW public.emails;

CREATE MATERIALIZED VIEW public.emails AS
SELECT id,
    lower(email) AS email
   FROM public.users;

CREATE INDEX emails_email_idx ON public.emails (email);
CREATE UNIQUE INDEX emails_id_idx ON public.emails (id);
