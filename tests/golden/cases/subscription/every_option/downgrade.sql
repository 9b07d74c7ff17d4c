-- the replication slot other_slot stays on the publisher
ALTER SUBSCRIPTION other SET (slot_name = NONE);
DROP SUBSCRIPTION other;
ALTER SUBSCRIPTION plain CONNECTION 'host=nowhere.example dbname=x';
ALTER SUBSCRIPTION plain SET PUBLICATION changes WITH (refresh = false);
ALTER SUBSCRIPTION plain SET (synchronous_commit = off);
COMMENT ON SUBSCRIPTION plain IS NULL;
