ALTER DOMAIN public.amount RENAME TO quantity;
ALTER DOMAIN public.quantity SET SCHEMA app;
