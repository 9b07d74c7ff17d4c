ALTER SCHEMA application RENAME TO app;
