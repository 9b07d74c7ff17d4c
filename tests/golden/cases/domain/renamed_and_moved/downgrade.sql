ALTER DOMAIN app.quantity RENAME TO amount;
ALTER DOMAIN app.amount SET SCHEMA public;
