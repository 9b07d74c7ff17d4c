ALTER TABLE app.events SET SCHEMA archive;
