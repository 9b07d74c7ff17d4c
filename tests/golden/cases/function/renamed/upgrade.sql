ALTER FUNCTION public.add(integer, integer) RENAME TO plus;
