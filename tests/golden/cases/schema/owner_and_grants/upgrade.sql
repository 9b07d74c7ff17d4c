COMMENT ON SCHEMA app IS 'the application';
ALTER SCHEMA app OWNER TO pg_monitor;
GRANT CREATE ON SCHEMA app TO pg_signal_backend WITH GRANT OPTION;
GRANT USAGE ON SCHEMA app TO pg_signal_backend;
GRANT USAGE ON SCHEMA app TO PUBLIC;
