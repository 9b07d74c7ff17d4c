DROP OPERATOR public.|@| (NONE, anyarray);
DROP FUNCTION public.count_of(anyarray);
