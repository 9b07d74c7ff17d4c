ALTER TABLE public.b
    DROP CONSTRAINT b_x_id_fkey,
    ADD CONSTRAINT b_a_id_fkey FOREIGN KEY (a_id) REFERENCES public.a (id);
