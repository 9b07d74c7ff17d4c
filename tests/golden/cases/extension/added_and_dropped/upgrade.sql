CREATE SCHEMA ext;
CREATE EXTENSION hstore SCHEMA ext;
ALTER TABLE public.keep ADD COLUMN h ext.hstore;
DROP EXTENSION tablefunc;
