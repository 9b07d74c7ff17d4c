ALTER TABLE public.lines DROP CONSTRAINT lines_order_id_fkey;

ALTER TABLE public.orders
    DROP CONSTRAINT orders_first_id_fkey,
    DROP CONSTRAINT whole;

-- DATA LOSS: table lines_1 is dropped with its rows
DROP TABLE public.lines_1;
DROP TABLE public.lines;

-- DATA LOSS: table orders_1 is dropped with its rows
DROP TABLE public.orders_1;
DROP TABLE public.orders;
