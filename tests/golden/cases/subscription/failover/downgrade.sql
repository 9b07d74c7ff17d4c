-- the replication slot other_slot stays on the publisher
ALTER SUBSCRIPTION other SET (slot_name = NONE);
DROP SUBSCRIPTION other;
