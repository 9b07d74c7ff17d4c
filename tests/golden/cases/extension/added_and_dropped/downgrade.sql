CREATE EXTENSION tablefunc SCHEMA public VERSION '1.0';

-- DATA LOSS: column keep.h is dropped with its values
ALTER TABLE public.keep DROP COLUMN h;
DROP EXTENSION hstore;
DROP SCHEMA ext;
