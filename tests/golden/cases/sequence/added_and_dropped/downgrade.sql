CREATE SEQUENCE public.old_numbers;
ALTER TABLE public.keep ALTER COLUMN id DROP DEFAULT;
DROP SEQUENCE public.numbers;
