CREATE OPERATOR FAMILY public.point2_ops USING btree;
COMMENT ON OPERATOR FAMILY public.point2_ops USING btree IS 'points';
CREATE OPERATOR FAMILY public.point2_ops_by_itself USING btree;

CREATE OPERATOR CLASS public.point2_ops DEFAULT FOR TYPE public.point2 USING btree FAMILY public.point2_ops AS
    OPERATOR 1 public.<#,
    OPERATOR 2 public.<=#,
    OPERATOR 3 public.=#,
    OPERATOR 4 public.>=#,
    OPERATOR 5 public.>#,
    FUNCTION 1 public.point2_order(point2, point2);

COMMENT ON OPERATOR CLASS public.point2_ops USING btree IS 'by x';
ALTER OPERATOR CLASS public.point2_ops USING btree OWNER TO pg_monitor;

CREATE OPERATOR CLASS public.point2_other_ops FOR TYPE public.point2 USING btree FAMILY public.point2_ops_by_itself AS
    OPERATOR 1 public.<#,
    OPERATOR 2 public.<=#,
    OPERATOR 3 public.=#,
    OPERATOR 4 public.>=#,
    OPERATOR 5 public.>#,
    FUNCTION 1 public.point2_order(point2, point2);

CREATE INDEX places_at ON public.places (at);
CREATE INDEX places_at_too ON public.places (at public.point2_other_ops);
