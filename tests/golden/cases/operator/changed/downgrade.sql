DROP VIEW public.neighbours;
DROP OPERATOR public.!~> (integer, integer);
CREATE OPERATOR public.!~> (FUNCTION = public.far, LEFTARG = integer, RIGHTARG = integer);
DROP OPERATOR public.<~> (integer, integer);
CREATE OPERATOR public.<~> (FUNCTION = public.near, LEFTARG = integer, RIGHTARG = integer, COMMUTATOR = OPERATOR(public.<~>));
ALTER OPERATOR public.<~> (integer, integer) OWNER TO postgres;
