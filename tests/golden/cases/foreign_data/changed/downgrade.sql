ALTER FOREIGN DATA WRAPPER checked VALIDATOR postgresql_fdw_validator;
ALTER FOREIGN DATA WRAPPER whole OPTIONS (DROP dbname, SET host 'h', ADD port '5');
ALTER SERVER far VERSION '1.0' OPTIONS (DROP port, SET host 'a.example', ADD dbname 'd');
CREATE USER MAPPING FOR pg_monitor SERVER far OPTIONS ("user" 'm');
ALTER USER MAPPING FOR PUBLIC SERVER far OPTIONS (DROP extra, SET "user" 'reader');

-- DATA LOSS: column parts.extra is dropped with its values
ALTER TABLE public.parts
    OPTIONS (DROP more, SET table_name 'spare'),
    DROP COLUMN extra,
    ALTER COLUMN id TYPE integer,
    ALTER COLUMN id DROP NOT NULL,
    ALTER COLUMN id OPTIONS (DROP name, ADD column_name 'part');

DROP USER MAPPING FOR postgres SERVER far;
