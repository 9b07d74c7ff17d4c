-- DATA LOSS: table app.u is dropped with its rows
DROP TABLE app.u;

-- DATA LOSS: table app.t is dropped with its rows
DROP TABLE app.t;
DROP TYPE app.kind;
DROP SCHEMA app;
