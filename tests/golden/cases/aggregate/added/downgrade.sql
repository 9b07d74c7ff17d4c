DROP AGGREGATE public.middle(double precision, anyelement);
DROP AGGREGATE public.total(integer);
