ALTER OPERATOR FAMILY app.x_family USING btree RENAME TO point2_ops;
ALTER OPERATOR FAMILY app.point2_ops USING btree SET SCHEMA public;
ALTER OPERATOR CLASS app.x_ops USING btree RENAME TO point2_ops;
ALTER OPERATOR CLASS app.point2_ops USING btree SET SCHEMA public;
DROP SCHEMA app;
