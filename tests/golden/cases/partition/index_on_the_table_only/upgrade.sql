CREATE TABLE public.events (
    id integer NOT NULL
) PARTITION BY RANGE (id);

CREATE TABLE public.events_1 PARTITION OF public.events FOR VALUES FROM (0) TO (100);
CREATE INDEX events_id_idx ON ONLY public.events (id);
