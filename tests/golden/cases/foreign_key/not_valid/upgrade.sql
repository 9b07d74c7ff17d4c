ALTER TABLE public.b
    DROP CONSTRAINT c_key,
    VALIDATE CONSTRAINT d_key,
    ADD CONSTRAINT c_key FOREIGN KEY (c) REFERENCES public.a (id) NOT VALID;

COMMENT ON CONSTRAINT d_key ON public.b IS 'Checked now';
