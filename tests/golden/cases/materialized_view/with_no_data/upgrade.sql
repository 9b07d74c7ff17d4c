CREATE MATERIALIZED VIEW public.emails AS
SELECT id, email FROM users
WITH NO DATA;

CREATE UNIQUE INDEX emails_id_idx ON public.emails (id);

CREATE MATERIALIZED VIEW public.ids AS
SELECT id FROM users;
