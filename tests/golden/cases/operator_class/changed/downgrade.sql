DROP INDEX public.places_at;
DROP OPERATOR CLASS public.point2_ops USING btree;
DROP OPERATOR FAMILY public.more_ops USING btree;

CREATE OPERATOR CLASS public.point2_ops FOR TYPE public.point2 USING btree FAMILY public.point2_ops AS
    OPERATOR 1 public.<#(public.point2, public.point2),
    OPERATOR 2 public.<=#(public.point2, public.point2),
    OPERATOR 3 public.=#(public.point2, public.point2),
    OPERATOR 4 public.>=#(public.point2, public.point2),
    OPERATOR 5 public.>#(public.point2, public.point2),
    FUNCTION 1 (public.point2, public.point2) public.point2_order(public.point2,public.point2);

ALTER OPERATOR CLASS public.point2_ops USING btree OWNER TO postgres;
CREATE INDEX places_at ON public.places (at public.point2_ops);
