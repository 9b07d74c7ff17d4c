ALTER TABLE public.b
    DROP CONSTRAINT b_x_y_fkey,
    ADD CONSTRAINT b_x_y_fkey FOREIGN KEY (x, y) REFERENCES public.a (x, y);
