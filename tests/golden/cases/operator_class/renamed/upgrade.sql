CREATE SCHEMA app;
ALTER OPERATOR FAMILY public.point2_ops USING btree RENAME TO x_family;
ALTER OPERATOR FAMILY public.x_family USING btree SET SCHEMA app;
ALTER OPERATOR CLASS public.point2_ops USING btree RENAME TO x_ops;
ALTER OPERATOR CLASS public.x_ops USING btree SET SCHEMA app;
