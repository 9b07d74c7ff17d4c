ALTER TABLE public.doses DROP CONSTRAINT doses_brand_id_fkey;

CREATE TABLE public.brands (
    id integer NOT NULL DEFAULT nextval('public.brand_seq'::regclass),
    name text NOT NULL
);

ALTER SEQUENCE public.brand_seq OWNED BY public.brands.id;

ALTER TABLE public.orders
    ALTER COLUMN id DROP DEFAULT,
    ALTER COLUMN id TYPE integer;

ALTER TABLE public.tickets ALTER COLUMN id SET DEFAULT nextval('public.ticket_seq'::regclass);
ALTER SEQUENCE public.ticket_seq OWNED BY public.tickets.id;

-- DATA LOSS: table products is dropped with its rows
DROP TABLE public.products;

ALTER TABLE public.brands
    ADD CONSTRAINT brand_pkey PRIMARY KEY (id),
    ADD CONSTRAINT brand_once UNIQUE (name);

ALTER TABLE public.doses ADD CONSTRAINT doses_brand_id_fkey FOREIGN KEY (brand_id) REFERENCES public.brands (id);
