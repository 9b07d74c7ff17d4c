CREATE SUBSCRIPTION mirror CONNECTION 'host=nowhere.example dbname=x' PUBLICATION changes WITH (connect = false, slot_name = NONE, streaming = off);
