ALTER EXTENSION citext SET SCHEMA ext;
COMMENT ON EXTENSION citext IS 'Text without case';
