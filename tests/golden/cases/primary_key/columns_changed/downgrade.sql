ALTER TABLE public.t
    DROP CONSTRAINT t_pkey,
    ADD CONSTRAINT t_pkey PRIMARY KEY (id);

ALTER TABLE public.u
    DROP CONSTRAINT u_key,
    ADD CONSTRAINT u_pkey PRIMARY KEY (a, b);
