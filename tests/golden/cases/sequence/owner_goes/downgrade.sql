CREATE TABLE public.bills (
    number bigint
);

ALTER SEQUENCE public.bill_numbers OWNED BY public.bills.number;
ALTER TABLE public.orders ADD COLUMN number bigint;
ALTER SEQUENCE public.numbers OWNED BY public.orders.number;

-- DATA LOSS: table invoices is dropped with its rows
DROP TABLE public.invoices;
