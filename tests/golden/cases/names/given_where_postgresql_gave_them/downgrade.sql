DROP INDEX public.by_a;

ALTER TABLE public.t
    DROP CONSTRAINT a_positive,
    DROP CONSTRAINT a_once,
    DROP CONSTRAINT key_of_t,
    ADD CONSTRAINT t_pkey PRIMARY KEY (id),
    ADD CONSTRAINT t_a_key UNIQUE (a),
    ADD CONSTRAINT t_a_check CHECK (a > 0);

CREATE INDEX t_a_idx ON public.t (a);
