DROP INDEX public.places_at;
CREATE OPERATOR FAMILY public.more_ops USING btree;
DROP OPERATOR CLASS public.point2_ops USING btree;

CREATE OPERATOR CLASS public.point2_ops DEFAULT FOR TYPE public.point2 USING btree FAMILY public.more_ops AS
    OPERATOR 1 public.<#,
    OPERATOR 3 public.=#,
    OPERATOR 4 public.>=#,
    OPERATOR 5 public.>#,
    FUNCTION 1 public.point2_order(point2, point2);

COMMENT ON OPERATOR CLASS public.point2_ops USING btree IS 'by x';
ALTER OPERATOR CLASS public.point2_ops USING btree OWNER TO pg_monitor;
CREATE INDEX places_at ON public.places (at public.point2_ops);
