DROP PUBLICATION changes;
ALTER TABLE public.orders ALTER COLUMN total TYPE integer;
CREATE PUBLICATION changes FOR TABLE public.orders;
