CREATE SUBSCRIPTION other CONNECTION 'host=nowhere.example dbname=x' PUBLICATION changes WITH (connect = false, slot_name = 'other_slot', streaming = off, failover = true);
