CREATE TABLE public.s (
    id integer NOT NULL,
    a integer,
    CONSTRAINT s_pkey PRIMARY KEY (id)
);

ALTER TABLE public.s
    ADD CONSTRAINT u1 UNIQUE (a),
    ADD CONSTRAINT u2 UNIQUE (a);
