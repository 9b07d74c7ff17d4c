DROP OPERATOR public.!~> (integer, integer);
CREATE OPERATOR public.!~> (FUNCTION = public.far, LEFTARG = integer, RIGHTARG = integer, NEGATOR = OPERATOR(public.<~>));
DROP OPERATOR public.<~> (integer, integer);
CREATE OPERATOR public.<~> (FUNCTION = public.near, LEFTARG = integer, RIGHTARG = integer, RESTRICT = contsel, JOIN = contjoinsel, COMMUTATOR = OPERATOR(public.<~>), NEGATOR = OPERATOR(public.!~>), MERGES);
COMMENT ON OPERATOR public.<~> (integer, integer) IS 'not far';
ALTER OPERATOR public.<~> (integer, integer) OWNER TO pg_monitor;

CREATE VIEW public.neighbours AS
SELECT 1 OPERATOR(public.<~>) 2 AS are;
