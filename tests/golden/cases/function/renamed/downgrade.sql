ALTER FUNCTION public.plus(integer, integer) RENAME TO add;
