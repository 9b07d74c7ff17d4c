ALTER COLLATION public.words RENAME TO words__retired;
CREATE COLLATION public.words FROM pg_catalog."POSIX";
ALTER TABLE public.t ALTER COLUMN a TYPE text COLLATE public.words;
DROP COLLATION public.words__retired;
