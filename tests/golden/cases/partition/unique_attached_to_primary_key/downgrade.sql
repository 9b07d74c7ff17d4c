ALTER TABLE public.item DROP CONSTRAINT item_pkey;
ALTER TABLE public.item_1 ADD CONSTRAINT item_1_ids UNIQUE (id);
