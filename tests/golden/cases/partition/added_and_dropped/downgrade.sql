DROP INDEX public.events_state_idx;

-- DATA LOSS: table events_2025 is dropped with its rows
DROP TABLE public.events_2025;
CREATE TABLE public.events_rest PARTITION OF public.events DEFAULT;
