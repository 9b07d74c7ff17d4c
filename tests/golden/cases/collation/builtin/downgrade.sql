ALTER TABLE public.t ALTER COLUMN a TYPE text;
DROP COLLATION public.plain;
