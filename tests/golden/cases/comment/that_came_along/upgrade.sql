COMMENT ON SCHEMA public IS NULL;
COMMENT ON EXTENSION citext IS NULL;
COMMENT ON EXTENSION fuzzystrmatch IS NULL;

DO $$
BEGIN
    EXECUTE format('COMMENT ON EXTENSION %I IS %L', 'pg_trgm', (
        SELECT e.comment FROM pg_available_extensions AS e WHERE e.name = 'pg_trgm'));
END
$$;
