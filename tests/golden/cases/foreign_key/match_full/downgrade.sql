ALTER TABLE public.b
    DROP CONSTRAINT b_a,
    ADD CONSTRAINT b_a FOREIGN KEY (x, y) REFERENCES public.a (x, y);
