REVOKE SELECT, USAGE ON SEQUENCE public.t_a_seq FROM PUBLIC;
ALTER TABLE public.t ALTER COLUMN b DROP IDENTITY;

-- DATA LOSS: table u is dropped with its rows
DROP TABLE public.u;
