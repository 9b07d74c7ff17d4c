ALTER TABLE public.notes DROP CONSTRAINT notes_event_id_fkey;
ALTER TABLE public.owned DETACH PARTITION public.loose;

ALTER TABLE public.loose
    DROP CONSTRAINT owned_id_fkey,
    ALTER COLUMN id SET NOT NULL;

-- DATA LOSS: table events_3 is dropped with its rows
DROP TABLE public.events_3;
CREATE TABLE public.events_2 PARTITION OF public.events FOR VALUES FROM (10) TO (20);
ALTER TABLE public.notes ADD CONSTRAINT notes_event_id_fkey FOREIGN KEY (event_id) REFERENCES public.events (id);
