COMMENT ON SCHEMA public IS 'standard public schema';

DO $$
BEGIN
    EXECUTE format('COMMENT ON EXTENSION %I IS %L', 'citext', (
        SELECT e.comment FROM pg_available_extensions AS e WHERE e.name = 'citext'));
END
$$;

COMMENT ON EXTENSION fuzzystrmatch IS 'mine';
COMMENT ON EXTENSION pg_trgm IS NULL;
