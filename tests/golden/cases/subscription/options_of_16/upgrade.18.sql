ALTER SUBSCRIPTION renamed RENAME TO mirror;
DROP SUBSCRIPTION mirror;
CREATE SUBSCRIPTION mirror CONNECTION 'host=nowhere.example dbname=x' PUBLICATION changes WITH (connect = false, slot_name = NONE, binary = true, streaming = off, two_phase = true);
COMMENT ON SUBSCRIPTION mirror IS 'renamed';
ALTER SUBSCRIPTION plain SET (binary = false);
ALTER SUBSCRIPTION plain SET (streaming = parallel);
ALTER SUBSCRIPTION plain SET (disable_on_error = true);
ALTER SUBSCRIPTION plain SET (origin = none);
ALTER SUBSCRIPTION plain SET (run_as_owner = true);
