DROP AGGREGATE public.average(numeric);
DROP AGGREGATE public.count_all(*);
DROP AGGREGATE public.last_of(anyarray);
DROP AGGREGATE public.least_of(integer);
DROP AGGREGATE public.place("any");
DROP AGGREGATE public.total(integer);
