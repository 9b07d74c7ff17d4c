CREATE SCHEMA steps;
CREATE TYPE app.days;
SET LOCAL check_function_bodies = off;

CREATE FUNCTION steps.days_canonical(app.days)
RETURNS app.days
LANGUAGE internal
IMMUTABLE STRICT
AS $$int4range_canonical$$;

COMMENT ON FUNCTION steps.days_canonical(app.days) IS 'whole days';
REVOKE EXECUTE ON FUNCTION steps.days_canonical(app.days) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION steps.days_canonical(app.days) TO pg_monitor;
CREATE TYPE app.days AS RANGE (SUBTYPE = integer, CANONICAL = steps.days_canonical, SUBTYPE_DIFF = int4range_subdiff);
COMMENT ON TYPE app.days IS 'days of a year';

CREATE TABLE app.stays (
    during app.days NOT NULL,
    CONSTRAINT whole CHECK (lower(steps.days_canonical(during)) > 0)
);
