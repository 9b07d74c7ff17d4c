DROP INDEX public.emails_id_idx;
ALTER MATERIALIZED VIEW public.emails SET (fillfactor=70, autovacuum_enabled=false);
COMMENT ON COLUMN public.emails.email IS 'as it was';
COMMENT ON MATERIALIZED VIEW public.emails IS 'refreshed at night';
CREATE INDEX emails_email_idx ON public.emails (email);
