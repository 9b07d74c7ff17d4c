DROP PROCEDURE public.fill(integer, bigint, integer[]);
DROP PROCEDURE public.fill(text);
DROP PROCEDURE public.in_parts();
