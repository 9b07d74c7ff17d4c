ALTER MATERIALIZED VIEW app.addresses RENAME TO emails;
ALTER MATERIALIZED VIEW app.emails SET SCHEMA public;
COMMENT ON COLUMN public.emails.address IS 'where to';
COMMENT ON MATERIALIZED VIEW public.emails IS NULL;
ALTER MATERIALIZED VIEW public.emails OWNER TO postgres;
REVOKE SELECT ON TABLE public.emails FROM pg_signal_backend;
DROP SCHEMA app;
