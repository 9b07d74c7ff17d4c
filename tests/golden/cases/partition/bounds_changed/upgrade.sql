ALTER TABLE public.stock DETACH PARTITION public.stock_a;
ALTER TABLE public.stock DETACH PARTITION public.stock_b;

-- DATA LOSS: table stock_c is dropped with its rows
DROP TABLE public.stock_c;
CREATE TABLE public.stock_d PARTITION OF public.stock FOR VALUES IN ('x', 'y');
ALTER TABLE public.stock ATTACH PARTITION public.stock_a FOR VALUES IN ('a', 'b', 'c');
ALTER TABLE public.stock ATTACH PARTITION public.stock_b FOR VALUES IN ('d');
