DROP MATERIALIZED VIEW public.names;

-- DATA LOSS: table rooms is dropped with its rows
DROP TABLE public.rooms;
