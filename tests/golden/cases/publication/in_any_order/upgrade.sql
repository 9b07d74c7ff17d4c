ALTER PUBLICATION p SET (publish = 'insert, update, delete, truncate');
ALTER PUBLICATION p SET TABLE public.a (b, id, z), public.b;
