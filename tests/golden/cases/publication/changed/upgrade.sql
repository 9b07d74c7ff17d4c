ALTER TABLE public.orders ALTER COLUMN total TYPE bigint;
ALTER PUBLICATION changes SET (publish = 'insert');
ALTER PUBLICATION changes SET TABLE public.orders (id, total) WHERE (total > 0);
