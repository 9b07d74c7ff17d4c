CREATE TABLE public.t_a_key (
    id integer NOT NULL,
    CONSTRAINT t_a_key_pkey PRIMARY KEY (id)
);

ALTER TABLE public.t
    ADD COLUMN a_key integer,
    ADD CONSTRAINT t_a_key_key1 UNIQUE (a_key);

CREATE INDEX t_a_idx1 ON public.t (a);
CREATE INDEX t_a_idx2 ON public.t (a) WHERE b > 0;
ALTER TABLE public.t_a ADD COLUMN id integer;
CREATE INDEX t_a_id_idx ON public.t_a (id);
