CREATE SCHEMA app;
ALTER OPERATOR FAMILY public.lengths USING btree RENAME TO sizes;
ALTER OPERATOR FAMILY public.sizes USING btree SET SCHEMA app;
CREATE OPERATOR FAMILY public.of_hashes USING hash;
COMMENT ON OPERATOR FAMILY public.of_hashes USING hash IS 'empty';
