SELECT setval('public.numbers', 5, false) WHERE coalesce(pg_sequence_last_value('public.numbers'), 10) > 1000;
ALTER SEQUENCE public.numbers AS bigint INCREMENT BY -1 MINVALUE -1000 MAXVALUE 1000 START WITH 5 CACHE 3 NO CYCLE;
