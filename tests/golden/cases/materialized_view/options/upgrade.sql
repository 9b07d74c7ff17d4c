DROP INDEX public.emails_id_idx;
ALTER MATERIALIZED VIEW public.emails SET (autovacuum_enabled=false, fillfactor=70);
COMMENT ON COLUMN public.emails.email IS 'as it was';
COMMENT ON MATERIALIZED VIEW public.emails IS 'refreshed at night';
CREATE INDEX emails_email_idx ON public.emails (email);
