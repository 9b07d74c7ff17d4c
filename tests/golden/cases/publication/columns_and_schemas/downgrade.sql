ALTER PUBLICATION of_both RENAME TO of_schemas;
ALTER PUBLICATION of_schemas SET TABLES IN SCHEMA public;
COMMENT ON PUBLICATION of_schemas IS NULL;
ALTER PUBLICATION "some" SET (publish = 'insert, update, delete, truncate');
ALTER PUBLICATION "some" SET TABLE public.t (a, id) WHERE (a > 0);

-- DATA LOSS: table app.of_app is dropped with its rows
DROP TABLE app.of_app;
DROP SCHEMA app;
