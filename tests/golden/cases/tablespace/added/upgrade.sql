CREATE TABLE public.rooms (
    id integer NOT NULL,
    name text,
    during int4range,
    body text,
    CONSTRAINT rooms_pkey PRIMARY KEY (id) USING INDEX TABLESPACE elsewhere,
    CONSTRAINT rooms_name_key UNIQUE (name) USING INDEX TABLESPACE elsewhere,
    CONSTRAINT apart EXCLUDE USING gist (during WITH &&) USING INDEX TABLESPACE elsewhere
) TABLESPACE elsewhere;

CREATE INDEX rooms_body ON public.rooms (body) TABLESPACE elsewhere;

CREATE MATERIALIZED VIEW public.names TABLESPACE elsewhere AS
SELECT id, name FROM rooms;

CREATE INDEX names_id ON public.names (id) TABLESPACE elsewhere;
