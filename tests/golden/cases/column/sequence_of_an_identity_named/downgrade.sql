ALTER TABLE public.y RENAME TO w;
ALTER SEQUENCE public.numbers_of_a RENAME TO t_a_seq;
COMMENT ON SEQUENCE public.t_a_seq IS NULL;
ALTER SEQUENCE public.others_of_b RENAME TO numbers_of_b;
COMMENT ON SEQUENCE public.numbers_of_b IS 'before';
REVOKE SELECT ON SEQUENCE public.numbers_of_b FROM pg_monitor;
ALTER SEQUENCE public.y_numbers RENAME TO w_id_seq;
