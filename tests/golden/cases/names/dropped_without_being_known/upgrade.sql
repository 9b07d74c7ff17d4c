ALTER TABLE public.t
    ADD CONSTRAINT t_a_key UNIQUE (a),
    ADD CONSTRAINT t_a_check CHECK (a > 0);

CREATE INDEX t_a_idx ON public.t (a);
ALTER TABLE public.t ADD CONSTRAINT t_a_fkey FOREIGN KEY (a) REFERENCES public.t (id);
