CREATE TABLE public.events (
    id integer NOT NULL,
    day integer NOT NULL,
    CONSTRAINT events_pkey PRIMARY KEY (id, day)
) PARTITION BY RANGE (day);

CREATE TABLE public.events_1 PARTITION OF public.events FOR VALUES FROM (1) TO (10) TABLESPACE elsewhere;
CREATE TABLE public.events_2 PARTITION OF public.events FOR VALUES FROM (10) TO (20);
CREATE INDEX events_day ON ONLY public.events (day);
CREATE INDEX events_1_day_idx ON public.events_1 (day);
ALTER INDEX public.events_day ATTACH PARTITION public.events_1_day_idx;
CREATE INDEX events_2_day_idx ON public.events_2 (day) TABLESPACE elsewhere;
ALTER INDEX public.events_day ATTACH PARTITION public.events_2_day_idx;
