COMMENT ON SCHEMA public IS 'my public';
COMMENT ON EXTENSION citext IS 'mine';

DO $$
BEGIN
    EXECUTE format('COMMENT ON EXTENSION %I IS %L', 'pg_trgm', (
        SELECT e.comment FROM pg_available_extensions AS e WHERE e.name = 'pg_trgm'));
END
$$;
