ALTER TABLE public.stock DETACH PARTITION public.stock_a;
ALTER TABLE public.stock DETACH PARTITION public.stock_b;

-- DATA LOSS: table stock_d is dropped with its rows
DROP TABLE public.stock_d;
CREATE TABLE public.stock_c PARTITION OF public.stock FOR VALUES IN ('x');
ALTER TABLE public.stock ATTACH PARTITION public.stock_a FOR VALUES IN ('a', 'b');
ALTER TABLE public.stock ATTACH PARTITION public.stock_b FOR VALUES IN ('c');
