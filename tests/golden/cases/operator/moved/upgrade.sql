CREATE SCHEMA app;
ALTER OPERATOR public.!~> (integer, integer) SET SCHEMA app;
ALTER OPERATOR public.<~> (integer, integer) SET SCHEMA app;
DROP OPERATOR app.!~> (integer, integer);
CREATE OPERATOR app.!~> (FUNCTION = public.far, LEFTARG = integer, RIGHTARG = integer, NEGATOR = OPERATOR(app.<~>));
DROP OPERATOR app.<~> (integer, integer);
CREATE OPERATOR app.<~> (FUNCTION = public.near, LEFTARG = integer, RIGHTARG = integer, NEGATOR = OPERATOR(app.!~>));
