ALTER TABLE public.a ALTER COLUMN id DROP IDENTITY;
ALTER TABLE public.b ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY;
SELECT setval(pg_get_serial_sequence('public.b', 'id'), max(id)) FROM public.b HAVING max(id) >= 1;
