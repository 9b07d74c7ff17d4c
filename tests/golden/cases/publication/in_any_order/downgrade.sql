ALTER PUBLICATION p SET (publish = 'insert, update');
ALTER PUBLICATION p SET TABLE public.a (id, z), public.b;
