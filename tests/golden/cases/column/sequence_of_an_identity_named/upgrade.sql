ALTER TABLE public.w RENAME TO y;
ALTER SEQUENCE public.t_a_seq RENAME TO numbers_of_a;
COMMENT ON SEQUENCE public.numbers_of_a IS 'after';
ALTER SEQUENCE public.numbers_of_b RENAME TO others_of_b;
COMMENT ON SEQUENCE public.others_of_b IS NULL;
GRANT SELECT ON SEQUENCE public.others_of_b TO pg_monitor;
ALTER SEQUENCE public.w_id_seq RENAME TO y_numbers;
