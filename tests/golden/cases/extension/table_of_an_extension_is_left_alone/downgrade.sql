-- DATA LOSS: column t.a is dropped with its values
ALTER TABLE public.t DROP COLUMN a;
