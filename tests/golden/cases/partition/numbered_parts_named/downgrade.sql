-- DATA LOSS: table item_1 is dropped with its rows
DROP TABLE public.item_1;

-- DATA LOSS: table item_2 is dropped with its rows
DROP TABLE public.item_2;
