ALTER TYPE app.days RENAME TO days__retired;
ALTER FUNCTION app.days(integer, integer) RENAME TO days__retired;
ALTER FUNCTION app.days(integer, integer, text) RENAME TO days__retired;
ALTER TYPE app.days_multirange RENAME TO days__retired_multirange;
ALTER FUNCTION app.days_multirange() RENAME TO days__retired_multirange;
ALTER FUNCTION app.days_multirange(app.days__retired) RENAME TO days__retired_multirange;
ALTER FUNCTION app.days_multirange(VARIADIC app.days__retired[]) RENAME TO days__retired_multirange;
CREATE TYPE app.days;
SET LOCAL check_function_bodies = off;

CREATE FUNCTION app.days_canonical(app.days)
RETURNS app.days
LANGUAGE internal
IMMUTABLE STRICT
AS $$int4range_canonical$$;

CREATE TYPE app.days AS RANGE (SUBTYPE = integer, CANONICAL = app.days_canonical);
ALTER TABLE app.stays ALTER COLUMN during TYPE app.days USING during::text::app.days;
DROP TYPE app.days__retired;
