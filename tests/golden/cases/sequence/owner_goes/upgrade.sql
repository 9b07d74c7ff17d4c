ALTER SEQUENCE public.bill_numbers OWNED BY NONE;

CREATE TABLE public.invoices (
    number bigint
);

ALTER SEQUENCE public.numbers OWNED BY public.invoices.number;

-- DATA LOSS: column orders.number is dropped with its values
ALTER TABLE public.orders DROP COLUMN number;

-- DATA LOSS: table bills is dropped with its rows
DROP TABLE public.bills;
