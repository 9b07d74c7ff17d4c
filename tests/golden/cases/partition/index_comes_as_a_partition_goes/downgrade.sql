DROP INDEX public.numbers;
CREATE TABLE public.item_2 PARTITION OF public.item FOR VALUES FROM (100) TO (200);
CREATE INDEX own ON public.item_2 (n);
