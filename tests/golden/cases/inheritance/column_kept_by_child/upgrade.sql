-- DATA LOSS: column base.extra is dropped with its values
ALTER TABLE ONLY public.base DROP COLUMN extra;

-- DATA LOSS: column plain.extra is dropped with its values
ALTER TABLE public.plain DROP COLUMN extra;
