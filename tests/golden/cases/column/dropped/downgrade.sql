ALTER TABLE public.t
    ADD COLUMN a text NOT NULL DEFAULT 'x'::text,
    ADD COLUMN b integer,
    ADD COLUMN c integer,
    ADD CONSTRAINT t_b_key UNIQUE (b),
    ADD CONSTRAINT "both" CHECK ((b > 0) AND (kept <> ''::text)),
    ADD CONSTRAINT t_c_check CHECK (c > 0);

COMMENT ON COLUMN public.t.a IS 'Was here';
CREATE INDEX t_a_idx ON public.t (a);
CREATE INDEX t_kept_a_idx ON public.t (kept, a);
