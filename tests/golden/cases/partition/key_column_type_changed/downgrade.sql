CREATE SCHEMA events__retired;
ALTER TABLE public.events SET SCHEMA events__retired;

CREATE TABLE public.events (
    id integer NOT NULL,
    kind integer NOT NULL
) PARTITION BY RANGE (id);

ALTER TABLE public.events_new SET SCHEMA events__retired;
CREATE TABLE public.events_new PARTITION OF public.events DEFAULT;
ALTER TABLE public.events_old SET SCHEMA events__retired;
CREATE TABLE public.events_old PARTITION OF public.events FOR VALUES FROM (0) TO (100) PARTITION BY LIST (kind);
ALTER TABLE public.events_old_1 SET SCHEMA events__retired;
CREATE TABLE public.events_old_1 PARTITION OF public.events_old FOR VALUES IN (1);

INSERT INTO public.events (id, kind)
SELECT id, kind FROM events__retired.events;

DROP TABLE events__retired.events;
DROP SCHEMA events__retired;
