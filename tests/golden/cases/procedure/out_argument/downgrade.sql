COMMENT ON PROCEDURE public.halve(integer) IS NULL;
DROP PROCEDURE public.double(integer);
