ALTER TABLE public.sale DETACH PARTITION public.sale_2024;
ALTER TABLE public.sale_2024 DROP CONSTRAINT sale_shop_fkey;
