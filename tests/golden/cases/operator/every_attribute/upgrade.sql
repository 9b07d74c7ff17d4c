SET LOCAL check_function_bodies = off;

CREATE FUNCTION public.point2_least(public.point2, public.point2)
RETURNS boolean
LANGUAGE sql
IMMUTABLE STRICT
AS $$SELECT ($1).x <= ($2).x$$;

CREATE FUNCTION public.point2_less(public.point2, public.point2)
RETURNS boolean
LANGUAGE sql
IMMUTABLE STRICT
AS $$SELECT ($1).x < ($2).x$$;

CREATE FUNCTION public.point2_more(public.point2, public.point2)
RETURNS boolean
LANGUAGE sql
IMMUTABLE STRICT
AS $$SELECT ($1).x > ($2).x$$;

CREATE FUNCTION public.point2_most(public.point2, public.point2)
RETURNS boolean
LANGUAGE sql
IMMUTABLE STRICT
AS $$SELECT ($1).x >= ($2).x$$;

CREATE FUNCTION public.point2_other(public.point2, public.point2)
RETURNS boolean
LANGUAGE sql
IMMUTABLE STRICT
AS $$SELECT ($1).x <> ($2).x$$;

CREATE FUNCTION public.point2_same(public.point2, public.point2)
RETURNS boolean
LANGUAGE sql
IMMUTABLE STRICT
AS $$SELECT ($1).x = ($2).x$$;

CREATE OPERATOR public.<# (FUNCTION = public.point2_less, LEFTARG = public.point2, RIGHTARG = public.point2, RESTRICT = scalarltsel, JOIN = scalarltjoinsel, COMMUTATOR = OPERATOR(public.>#), NEGATOR = OPERATOR(public.>=#));
CREATE OPERATOR public.<=# (FUNCTION = public.point2_least, LEFTARG = public.point2, RIGHTARG = public.point2, RESTRICT = scalarlesel, JOIN = scalarlejoinsel, COMMUTATOR = OPERATOR(public.>=#), NEGATOR = OPERATOR(public.>#));
CREATE OPERATOR public.<># (FUNCTION = public.point2_other, LEFTARG = public.point2, RIGHTARG = public.point2, RESTRICT = neqsel, JOIN = neqjoinsel, COMMUTATOR = OPERATOR(public.<>#), NEGATOR = OPERATOR(public.=#));
CREATE OPERATOR public.=# (FUNCTION = public.point2_same, LEFTARG = public.point2, RIGHTARG = public.point2, RESTRICT = eqsel, JOIN = eqjoinsel, COMMUTATOR = OPERATOR(public.=#), NEGATOR = OPERATOR(public.<>#), HASHES, MERGES);
CREATE OPERATOR public.># (FUNCTION = public.point2_more, LEFTARG = public.point2, RIGHTARG = public.point2, RESTRICT = scalargtsel, JOIN = scalargtjoinsel, COMMUTATOR = OPERATOR(public.<#), NEGATOR = OPERATOR(public.<=#));
CREATE OPERATOR public.>=# (FUNCTION = public.point2_most, LEFTARG = public.point2, RIGHTARG = public.point2, RESTRICT = scalargesel, JOIN = scalargejoinsel, COMMUTATOR = OPERATOR(public.<=#), NEGATOR = OPERATOR(public.<#));
