ALTER PUBLICATION of_schemas RENAME TO of_both;
CREATE SCHEMA app;

CREATE TABLE app.of_app (
    id bigint NOT NULL,
    CONSTRAINT of_app_pkey PRIMARY KEY (id)
);

ALTER PUBLICATION of_both SET TABLES IN SCHEMA app, public;
COMMENT ON PUBLICATION of_both IS 'two schemas';
ALTER PUBLICATION "some" SET (publish = 'insert');
ALTER PUBLICATION "some" SET TABLE app.of_app, public.t (b, id) WHERE (b <> 'x'), public.u WHERE (id > 5);
