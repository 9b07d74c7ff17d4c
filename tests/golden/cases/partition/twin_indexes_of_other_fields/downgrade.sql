DROP INDEX public.one;
DROP INDEX public.two;
CREATE INDEX one ON public.item (n);
CREATE INDEX two ON ONLY public.item (n);
CREATE INDEX item_1_n_idx1 ON public.item_1 (n);
ALTER INDEX public.two ATTACH PARTITION public.item_1_n_idx1;
