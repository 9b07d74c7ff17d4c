ALTER TYPE public.mood RENAME VALUE 'ok' TO 'okay';
ALTER TABLE public.people ALTER COLUMN moods SET DEFAULT '{okay}'::public.mood[];
