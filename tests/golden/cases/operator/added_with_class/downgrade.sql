DROP CAST (public.point2 AS text);
DROP OPERATOR public.== (public.point2, public.point2);
DROP FUNCTION public.point2_same(public.point2, public.point2);
DROP FUNCTION public.point2_text(public.point2);
