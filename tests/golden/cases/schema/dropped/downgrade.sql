CREATE SCHEMA app;
COMMENT ON SCHEMA app IS 'The application';
CREATE TYPE app.kind AS ENUM ('a', 'b');

CREATE TABLE app.t (
    id integer NOT NULL GENERATED ALWAYS AS IDENTITY,
    kind app.kind DEFAULT 'a'::app.kind,
    CONSTRAINT t_pkey PRIMARY KEY (id)
);

CREATE TABLE app.u (
    t_id integer,
    CONSTRAINT u_t_id_fkey FOREIGN KEY (t_id) REFERENCES app.t (id)
);
