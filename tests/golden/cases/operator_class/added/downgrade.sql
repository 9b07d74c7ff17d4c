DROP INDEX public.places_at;
DROP INDEX public.places_at_too;
DROP OPERATOR CLASS public.point2_ops USING btree;
DROP OPERATOR CLASS public.point2_other_ops USING btree;
DROP OPERATOR FAMILY public.point2_ops USING btree;
DROP OPERATOR FAMILY public.point2_ops_by_itself USING btree;
