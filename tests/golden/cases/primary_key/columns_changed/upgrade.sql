ALTER TABLE public.t
    DROP CONSTRAINT t_pkey,
    ADD CONSTRAINT t_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE public.u
    DROP CONSTRAINT u_pkey,
    ADD CONSTRAINT u_key PRIMARY KEY (b, a);
