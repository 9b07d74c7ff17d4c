-- DATA LOSS: table We "ird.select is dropped with its rows
DROP TABLE "We ""ird"."select";
DROP SCHEMA "We ""ird";
