-- DATA LOSS: table node_2 is dropped with its rows
ALTER TABLE public.node DETACH PARTITION public.node_2;
DROP TABLE public.node_2;
ALTER TABLE public.node ADD COLUMN above integer;
CREATE TABLE public.node_3 PARTITION OF public.node FOR VALUES IN (3);
ALTER TABLE public.node ADD CONSTRAINT node_above FOREIGN KEY (zone, above) REFERENCES public.node (zone, id);
