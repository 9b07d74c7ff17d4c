ALTER TABLE public.a ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY;
SELECT setval(pg_get_serial_sequence('public.a', 'id'), max(id)) FROM public.a HAVING max(id) >= 1;
ALTER TABLE public.b ALTER COLUMN id DROP IDENTITY;
