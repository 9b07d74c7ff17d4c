CREATE TABLE public.t_2 PARTITION OF public.t (
    CONSTRAINT one CHECK (other > 0)
) FOR VALUES IN ('2');

ALTER TABLE public.t ADD CONSTRAINT one FOREIGN KEY (other) REFERENCES public.t (id);
