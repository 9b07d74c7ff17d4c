ALTER TABLE public.events DETACH PARTITION public.events_1;
CREATE SCHEMA events_1__retired;
ALTER TABLE public.events_1 SET SCHEMA events_1__retired;
CREATE TABLE public.events_1 PARTITION OF public.events FOR VALUES FROM (0) TO (100) PARTITION BY LIST (kind);
CREATE TABLE public.events_1_rest PARTITION OF public.events_1 DEFAULT;

INSERT INTO public.events_1 (id, kind)
SELECT id, kind FROM events_1__retired.events_1;

DROP TABLE events_1__retired.events_1;
DROP SCHEMA events_1__retired;
