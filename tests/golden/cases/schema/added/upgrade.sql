CREATE SCHEMA app;
COMMENT ON SCHEMA app IS 'The application';
CREATE TYPE app.kind AS ENUM ('a', 'b');

CREATE TABLE app.t (
    id integer NOT NULL,
    kind app.kind DEFAULT 'a'::app.kind,
    CONSTRAINT t_pkey PRIMARY KEY (id)
);
