-- DATA LOSS: table p1 is dropped with its rows
DROP TABLE public.p1;

ALTER TABLE public.p
    ADD CONSTRAINT p_pkey PRIMARY KEY (id),
    ADD CONSTRAINT ck CHECK (r > 1);
