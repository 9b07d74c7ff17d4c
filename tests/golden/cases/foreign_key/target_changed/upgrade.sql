ALTER TABLE public.c
    DROP CONSTRAINT c_ref_fkey,
    ADD CONSTRAINT c_ref_fkey FOREIGN KEY (ref) REFERENCES public.b (id);
