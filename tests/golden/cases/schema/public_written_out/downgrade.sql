-- DATA LOSS: column b.more is dropped with its values
ALTER TABLE public.b DROP COLUMN more;
