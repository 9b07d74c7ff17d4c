SET LOCAL check_function_bodies = off;

CREATE FUNCTION public.point2_same(public.point2, public.point2)
RETURNS boolean
LANGUAGE sql
IMMUTABLE
AS $$SELECT ($1).x = ($2).x AND ($1).y = ($2).y$$;

CREATE FUNCTION public.point2_text(public.point2)
RETURNS text
LANGUAGE sql
IMMUTABLE
AS $$SELECT ($1).x::text$$;

CREATE OPERATOR public.== (FUNCTION = public.point2_same, LEFTARG = public.point2, RIGHTARG = public.point2, COMMUTATOR = OPERATOR(public.==));
CREATE CAST (public.point2 AS text) WITH FUNCTION public.point2_text(public.point2) AS ASSIGNMENT;
