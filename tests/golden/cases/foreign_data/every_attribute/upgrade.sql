ALTER FOREIGN DATA WRAPPER bare VALIDATOR postgresql_fdw_validator;
COMMENT ON FOREIGN DATA WRAPPER bare IS NULL;
CREATE FOREIGN DATA WRAPPER whole OPTIONS (host 'h', "a b" 'it''s');
COMMENT ON FOREIGN DATA WRAPPER whole IS 'all of it';
GRANT USAGE ON FOREIGN DATA WRAPPER whole TO pg_monitor;
CREATE SERVER far TYPE 'kind of' VERSION '1.0' FOREIGN DATA WRAPPER whole OPTIONS (host 'a.example', dbname 'it''s');
COMMENT ON SERVER far IS 'far away';
ALTER SERVER far OWNER TO postgres;
GRANT USAGE ON FOREIGN SERVER far TO pg_monitor;
CREATE USER MAPPING FOR pg_monitor SERVER far;
CREATE USER MAPPING FOR postgres SERVER far OPTIONS ("user" 'writer');
CREATE USER MAPPING FOR PUBLIC SERVER far OPTIONS ("user" 'reader');
SET LOCAL check_function_bodies = off;

CREATE FUNCTION public.handle()
RETURNS fdw_handler
LANGUAGE c
AS '$libdir/file_fdw', 'file_fdw_handler';

CREATE FOREIGN DATA WRAPPER handled HANDLER public.handle;

CREATE FOREIGN TABLE app.parts (
    id integer OPTIONS (column_name 'part') NOT NULL,
    name text COLLATE "C" DEFAULT 'x'::text,
    code text GENERATED ALWAYS AS (upper(name)) STORED,
    CONSTRAINT positive CHECK (id > 0)
) SERVER far OPTIONS (table_name 'spare', schema_name 'it''s');

ALTER TABLE app.parts
    ALTER COLUMN name SET STATISTICS 7,
    ALTER COLUMN name SET (n_distinct=5);

COMMENT ON COLUMN app.parts.id IS 'number';
ALTER FOREIGN TABLE app.parts OWNER TO postgres;

CREATE FOREIGN TABLE public.more_parts (
    extra integer
) INHERITS (app.parts) SERVER far;
