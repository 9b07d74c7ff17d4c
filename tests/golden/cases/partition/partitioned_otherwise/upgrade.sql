ALTER TABLE public.events DETACH PARTITION public.events_old;
CREATE SCHEMA events__retired;
ALTER TABLE public.events SET SCHEMA events__retired;

CREATE TABLE public.events (
    id integer,
    kind text
) PARTITION BY LIST (kind);

ALTER TABLE public.events_1 SET SCHEMA events__retired;
CREATE TABLE public.events_1 PARTITION OF public.events FOR VALUES IN ('a');
ALTER TABLE public.events_2 SET SCHEMA events__retired;
CREATE TABLE public.events_2 PARTITION OF public.events DEFAULT;

INSERT INTO public.events (id, kind)
SELECT id, kind FROM events__retired.events;

DROP TABLE events__retired.events;
DROP SCHEMA events__retired;
