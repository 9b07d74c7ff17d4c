-- DATA LOSS: table item_2 is dropped with its rows
DROP TABLE public.item_2;
CREATE INDEX numbers ON ONLY public.item (n);
CREATE INDEX item_1_n_idx ON public.item_1 (n);
ALTER INDEX public.numbers ATTACH PARTITION public.item_1_n_idx;
CREATE INDEX item_3_n_idx ON public.item_3 (n);
ALTER INDEX public.numbers ATTACH PARTITION public.item_3_n_idx;
