ALTER TABLE public.u DROP CONSTRAINT u_t_id_fkey;

ALTER TABLE public.t
    DROP CONSTRAINT t_id_key,
    DROP CONSTRAINT t_pkey,
    ADD CONSTRAINT t_pkey PRIMARY KEY (id);

ALTER TABLE public.u ADD CONSTRAINT u_t_id_fkey FOREIGN KEY (t_id) REFERENCES public.t (id);
