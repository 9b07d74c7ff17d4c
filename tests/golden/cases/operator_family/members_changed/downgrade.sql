ALTER OPERATOR FAMILY public.lengths USING btree DROP
    OPERATOR 5 (integer, text),
    FUNCTION 1 (integer, text);

COMMENT ON OPERATOR FAMILY public.lengths USING btree IS NULL;
ALTER OPERATOR FAMILY public.lengths USING btree OWNER TO postgres;
