ALTER TABLE public.notes DROP CONSTRAINT notes_event_id_fkey;
ALTER TABLE public.loose ALTER COLUMN id DROP NOT NULL;
ALTER TABLE public.owned ATTACH PARTITION public.loose FOR VALUES IN (2);
COMMENT ON CONSTRAINT owned_id_fkey ON public.loose IS 'Of the loose one';

-- DATA LOSS: table events_2 is dropped with its rows
DROP TABLE public.events_2;
CREATE TABLE public.events_3 PARTITION OF public.events FOR VALUES FROM (20) TO (30);
ALTER TABLE public.notes ADD CONSTRAINT notes_event_id_fkey FOREIGN KEY (event_id) REFERENCES public.events (id) ON DELETE CASCADE;
