CREATE EXTENSION citext SCHEMA public VERSION '1.6';

-- DATA LOSS: column keep.h is dropped with its values
ALTER TABLE public.keep DROP COLUMN h;
DROP EXTENSION hstore;
DROP SCHEMA ext;
