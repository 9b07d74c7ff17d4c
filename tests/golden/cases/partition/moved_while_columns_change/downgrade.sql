ALTER TABLE public.events DETACH PARTITION public.events_1;
DROP INDEX public.events_1_kind_idx;

-- DATA LOSS: column events_1.more is dropped with its values
ALTER TABLE public.events_1 DROP COLUMN more;
ALTER TABLE public.events DETACH PARTITION public.events_2;
DROP INDEX public.events_2_kind_idx;

-- DATA LOSS: column events_2.more is dropped with its values
ALTER TABLE public.events_2 DROP COLUMN more;
DROP INDEX public.events_kind_idx;

-- DATA LOSS: column events.more is dropped with its values
ALTER TABLE public.events
    ADD COLUMN gone text,
    DROP COLUMN more,
    ALTER COLUMN size TYPE integer;

CREATE INDEX events_gone_idx ON public.events (gone);

ALTER TABLE public.events_1
    ADD COLUMN gone text,
    ALTER COLUMN size TYPE integer;

CREATE INDEX events_1_gone_idx ON public.events_1 (gone);
ALTER TABLE public.events ATTACH PARTITION public.events_1 FOR VALUES FROM (0) TO (100);

ALTER TABLE public.events_2
    ADD COLUMN gone text,
    ALTER COLUMN size TYPE integer;

CREATE INDEX events_2_gone_idx ON public.events_2 (gone);
ALTER TABLE public.events ATTACH PARTITION public.events_2 FOR VALUES FROM (100) TO (200);
