ALTER COLLATION public.words RENAME TO words__retired;
CREATE COLLATION public.words (LOCALE = 'C');
ALTER TABLE public.t ALTER COLUMN a TYPE text COLLATE public.words USING a::text::text;
DROP COLLATION public.words__retired;
