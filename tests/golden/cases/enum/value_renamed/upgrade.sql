ALTER TYPE public.mood RENAME VALUE 'okay' TO 'ok';
ALTER TABLE public.people ALTER COLUMN moods SET DEFAULT '{ok}'::public.mood[];
