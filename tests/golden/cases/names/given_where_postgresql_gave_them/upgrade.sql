DROP INDEX public.t_a_idx;

ALTER TABLE public.t
    DROP CONSTRAINT t_a_check,
    DROP CONSTRAINT t_a_key,
    DROP CONSTRAINT t_pkey,
    ADD CONSTRAINT key_of_t PRIMARY KEY (id),
    ADD CONSTRAINT a_once UNIQUE (a),
    ADD CONSTRAINT a_positive CHECK (a > 0);

CREATE INDEX by_a ON public.t (a);
