ALTER SUBSCRIPTION mirror RENAME TO renamed;
DROP SUBSCRIPTION renamed;
ALTER SUBSCRIPTION plain SET (binary = true);
ALTER SUBSCRIPTION plain SET (streaming = on);
ALTER SUBSCRIPTION plain SET (disable_on_error = false);
ALTER SUBSCRIPTION plain SET (origin = any);
ALTER SUBSCRIPTION plain SET (run_as_owner = false);
CREATE SUBSCRIPTION renamed CONNECTION 'host=nowhere.example dbname=x' PUBLICATION changes WITH (connect = false, slot_name = NONE);
