CREATE MATERIALIZED VIEW public.emails AS
SELECT id, email FROM users;

CREATE UNIQUE INDEX emails_id_idx ON public.emails (id);
