ALTER TABLE public.notes DROP CONSTRAINT notes_event_id_event_at_fkey;
CREATE SCHEMA events__retired;
ALTER TABLE public.events SET SCHEMA events__retired;

CREATE TABLE public.events (
    id bigint NOT NULL,
    at date NOT NULL,
    state text DEFAULT 'new'::text,
    CONSTRAINT events_pkey PRIMARY KEY (id, at)
) PARTITION BY RANGE (at);

CREATE TABLE public.events_old PARTITION OF public.events FOR VALUES FROM (minvalue) TO ('2025-01-01');
CREATE TABLE public.events_rest PARTITION OF public.events DEFAULT;

INSERT INTO public.events (id, at, state)
SELECT id, at, state FROM events__retired.events;

DROP TABLE events__retired.events;
DROP SCHEMA events__retired;
ALTER TABLE public.notes ADD CONSTRAINT notes_event_id_event_at_fkey FOREIGN KEY (event_id, event_at) REFERENCES public.events (id, at);
