DROP INDEX public.emails_email_idx;
ALTER MATERIALIZED VIEW public.emails RESET (fillfactor, autovacuum_enabled);
COMMENT ON COLUMN public.emails.email IS NULL;
COMMENT ON MATERIALIZED VIEW public.emails IS NULL;
CREATE UNIQUE INDEX emails_id_idx ON public.emails (id);
