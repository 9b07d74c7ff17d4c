-- DATA LOSS: table events_rest is dropped with its rows
DROP TABLE public.events_rest;
CREATE INDEX events_state_idx ON public.events (state);

CREATE TABLE public.events_2025 PARTITION OF public.events (
    state DEFAULT 'open'::text
) FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
