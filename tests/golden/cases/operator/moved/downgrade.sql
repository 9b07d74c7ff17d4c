ALTER OPERATOR app.!~> (integer, integer) SET SCHEMA public;
ALTER OPERATOR app.<~> (integer, integer) SET SCHEMA public;
DROP OPERATOR public.!~> (integer, integer);
DROP OPERATOR public.<~> (integer, integer);
DROP SCHEMA app;
CREATE OPERATOR public.!~> (FUNCTION = public.far, LEFTARG = integer, RIGHTARG = integer);
CREATE OPERATOR public.<~> (FUNCTION = public.near, LEFTARG = integer, RIGHTARG = integer);
