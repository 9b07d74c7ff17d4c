CREATE SUBSCRIPTION other CONNECTION 'host=nowhere.example dbname=x' PUBLICATION changes WITH (connect = false, slot_name = 'other_slot', synchronous_commit = local);
ALTER SUBSCRIPTION plain CONNECTION 'host=nowhere.example dbname=y application_name=''a b''';
ALTER SUBSCRIPTION plain SET PUBLICATION changes, more WITH (refresh = false);
ALTER SUBSCRIPTION plain SET (synchronous_commit = remote_apply);
COMMENT ON SUBSCRIPTION plain IS 'of another server';
