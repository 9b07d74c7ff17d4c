ALTER TYPE app.grades RENAME TO grades__retired;
ALTER FUNCTION app.grades(app.grade, app.grade) RENAME TO grades__retired;
ALTER FUNCTION app.grades(app.grade, app.grade, text) RENAME TO grades__retired;
ALTER FUNCTION app.grade_diff(app.grade, app.grade) RENAME TO grade_diff__retired;
ALTER TYPE app.grade RENAME TO grade__retired;
CREATE TYPE app.grade AS ENUM ('low', 'high');
SET LOCAL check_function_bodies = off;

CREATE FUNCTION app.grade_diff(a app.grade, b app.grade)
RETURNS double precision
LANGUAGE sql
IMMUTABLE
AS $$SELECT (length(a::text) - length(b::text))::double precision$$;

CREATE TYPE app.grades AS RANGE (SUBTYPE = app.grade, SUBTYPE_DIFF = app.grade_diff);
ALTER TABLE app.marks ALTER COLUMN got TYPE app.grades USING got::text::app.grades;
DROP TYPE app.grades__retired;
DROP FUNCTION app.grade_diff__retired;
DROP TYPE app.grade__retired;
