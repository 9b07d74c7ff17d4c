ALTER TABLE public.t
    DROP CONSTRAINT t_pkey,
    ADD CONSTRAINT t_pkey PRIMARY KEY (id) INCLUDE (n);

ALTER INDEX public.u_pkey SET (fillfactor=80);
