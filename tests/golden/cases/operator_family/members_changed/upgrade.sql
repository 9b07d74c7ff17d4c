ALTER OPERATOR FAMILY public.lengths USING btree ADD
    OPERATOR 5 public.>#(integer, text),
    FUNCTION 1 (integer, text) public.order_of(integer, text);

COMMENT ON OPERATOR FAMILY public.lengths USING btree IS 'numbers against texts';
ALTER OPERATOR FAMILY public.lengths USING btree OWNER TO pg_monitor;
