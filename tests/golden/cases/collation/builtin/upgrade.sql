CREATE COLLATION public.plain (PROVIDER = builtin, LOCALE = 'C.UTF-8');
ALTER TABLE public.t ALTER COLUMN a TYPE text COLLATE public.plain;
