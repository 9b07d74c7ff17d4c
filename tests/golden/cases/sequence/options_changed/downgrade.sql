SELECT setval('public.numbers', 10, false) WHERE coalesce(pg_sequence_last_value('public.numbers'), 5) < 1;
ALTER SEQUENCE public.numbers AS integer INCREMENT BY 2 MINVALUE 1 MAXVALUE 2147483647 START WITH 10 CACHE 1 CYCLE;
