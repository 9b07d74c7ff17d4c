ALTER TABLE public.node DROP CONSTRAINT node_above;

-- DATA LOSS: table node_3 is dropped with its rows
ALTER TABLE public.node DETACH PARTITION public.node_3;
DROP TABLE public.node_3;

-- DATA LOSS: column node.above is dropped with its values
ALTER TABLE public.node DROP COLUMN above;
CREATE TABLE public.node_2 PARTITION OF public.node FOR VALUES IN (2);
