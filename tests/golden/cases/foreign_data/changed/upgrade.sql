ALTER FOREIGN DATA WRAPPER checked NO VALIDATOR;
ALTER FOREIGN DATA WRAPPER whole OPTIONS (DROP port, SET host 'g', ADD dbname 'd');
ALTER SERVER far VERSION '2.0' OPTIONS (DROP dbname, SET host 'b.example', ADD port '1');
CREATE USER MAPPING FOR postgres SERVER far;
ALTER USER MAPPING FOR PUBLIC SERVER far OPTIONS (SET "user" 'writer', ADD extra 'yes');

ALTER TABLE public.parts
    OPTIONS (SET table_name 'others', ADD more '1'),
    ADD COLUMN extra integer,
    ALTER COLUMN id TYPE bigint,
    ALTER COLUMN id SET NOT NULL,
    ALTER COLUMN id OPTIONS (DROP column_name, ADD name 'part');

DROP USER MAPPING FOR pg_monitor SERVER far;
