ALTER TABLE public.doses DROP CONSTRAINT doses_brand_id_fkey;

CREATE TABLE public.products (
    id integer NOT NULL DEFAULT nextval('brand_seq'),
    name text NOT NULL
);

ALTER SEQUENCE public.brand_seq OWNED BY public.products.id;

ALTER TABLE public.orders
    ALTER COLUMN id TYPE bigint,
    ALTER COLUMN id SET DEFAULT nextval('ticket_seq');

ALTER SEQUENCE public.ticket_seq OWNED BY public.orders.id;
ALTER TABLE public.tickets ALTER COLUMN id DROP DEFAULT;

-- DATA LOSS: table brands is dropped with its rows
DROP TABLE public.brands;

ALTER TABLE public.products
    ADD CONSTRAINT brand_pkey PRIMARY KEY (id),
    ADD CONSTRAINT brand_once UNIQUE (name);

ALTER TABLE public.doses ADD CONSTRAINT doses_brand_id_fkey FOREIGN KEY (brand_id) REFERENCES public.products (id);
