ALTER TABLE public.item ADD CONSTRAINT item_pkey PRIMARY KEY (id);
