CREATE SCHEMA app;
ALTER MATERIALIZED VIEW public.emails RENAME TO addresses;
ALTER MATERIALIZED VIEW public.addresses SET SCHEMA app;
COMMENT ON COLUMN app.addresses.address IS NULL;
COMMENT ON MATERIALIZED VIEW app.addresses IS 'renamed';
ALTER MATERIALIZED VIEW app.addresses OWNER TO pg_monitor;
GRANT SELECT ON TABLE app.addresses TO pg_signal_backend;
