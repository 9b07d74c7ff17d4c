ALTER TABLE public.events DETACH PARTITION public.events_1;
DROP INDEX public.events_1_gone_idx;

-- DATA LOSS: column events_1.gone is dropped with its values
ALTER TABLE public.events_1 DROP COLUMN gone;
ALTER TABLE public.events DETACH PARTITION public.events_2;
DROP INDEX public.events_2_gone_idx;

-- DATA LOSS: column events_2.gone is dropped with its values
ALTER TABLE public.events_2 DROP COLUMN gone;
DROP INDEX public.events_gone_idx;

-- DATA LOSS: column events.gone is dropped with its values
ALTER TABLE public.events
    DROP COLUMN gone,
    ADD COLUMN more text,
    ALTER COLUMN size TYPE bigint;

CREATE INDEX events_kind_idx ON public.events (kind);

ALTER TABLE public.events_1
    ADD COLUMN more text,
    ALTER COLUMN size TYPE bigint;

CREATE INDEX events_1_kind_idx ON public.events_1 (kind);
ALTER TABLE public.events ATTACH PARTITION public.events_1 FOR VALUES FROM (0) TO (150);

ALTER TABLE public.events_2
    ADD COLUMN more text,
    ALTER COLUMN size TYPE bigint;

CREATE INDEX events_2_kind_idx ON public.events_2 (kind);
ALTER TABLE public.events ATTACH PARTITION public.events_2 FOR VALUES FROM (150) TO (200);
