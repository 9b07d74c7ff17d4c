ALTER FOREIGN DATA WRAPPER nothing OPTIONS (ADD debug 'true');
CREATE SERVER far FOREIGN DATA WRAPPER nothing OPTIONS (host 'a.example');
CREATE USER MAPPING FOR PUBLIC SERVER far OPTIONS ("user" 'reader');

CREATE FOREIGN TABLE public.parts (
    id integer OPTIONS (column_name 'part'),
    name text
) SERVER far OPTIONS (table_name 'spare');

COMMENT ON FOREIGN TABLE public.parts IS 'elsewhere';
