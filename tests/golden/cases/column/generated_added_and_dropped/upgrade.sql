DROP INDEX public.t_g_idx;

ALTER TABLE public.t
    DROP COLUMN g,
    ADD COLUMN h text GENERATED ALWAYS AS ('a' || (a::text)) STORED,
    ADD CONSTRAINT t_h_key UNIQUE (h);
