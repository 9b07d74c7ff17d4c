ALTER TABLE archive.events SET SCHEMA app;
