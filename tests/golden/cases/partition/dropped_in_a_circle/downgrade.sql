CREATE TABLE public.lines (
    id bigint NOT NULL,
    order_id bigint,
    CONSTRAINT lines_pkey PRIMARY KEY (id)
) PARTITION BY RANGE (id);

CREATE TABLE public.lines_1 PARTITION OF public.lines FOR VALUES FROM ('0') TO ('100');

CREATE TABLE public.orders (
    id bigint NOT NULL,
    first_id bigint,
    CONSTRAINT orders_pkey PRIMARY KEY (id),
    CONSTRAINT whole CHECK (id > 0)
) PARTITION BY RANGE (id);

CREATE TABLE public.orders_1 PARTITION OF public.orders FOR VALUES FROM ('0') TO ('100');
ALTER TABLE public.lines ADD CONSTRAINT lines_order_id_fkey FOREIGN KEY (order_id) REFERENCES public.orders (id);
ALTER TABLE public.orders ADD CONSTRAINT orders_first_id_fkey FOREIGN KEY (first_id) REFERENCES public.lines (id);
