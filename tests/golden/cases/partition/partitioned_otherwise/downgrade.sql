CREATE SCHEMA events__retired;
ALTER TABLE public.events SET SCHEMA events__retired;

CREATE TABLE public.events (
    id integer,
    kind text
) PARTITION BY RANGE (id);

ALTER TABLE public.events_1 SET SCHEMA events__retired;
CREATE TABLE public.events_1 PARTITION OF public.events FOR VALUES FROM (0) TO (10);
ALTER TABLE public.events_2 SET SCHEMA events__retired;
CREATE TABLE public.events_2 PARTITION OF public.events FOR VALUES FROM (10) TO (20) PARTITION BY LIST (kind);
CREATE TABLE public.events_2a PARTITION OF public.events_2 DEFAULT;
ALTER TABLE public.events ATTACH PARTITION public.events_old FOR VALUES FROM (MINVALUE) TO (0);

INSERT INTO public.events (id, kind)
SELECT id, kind FROM events__retired.events;

DROP TABLE events__retired.events;
DROP SCHEMA events__retired;
