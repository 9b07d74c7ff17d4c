CREATE TABLE public.events (
    id integer NOT NULL,
    day integer NOT NULL,
    CONSTRAINT events_pkey PRIMARY KEY (id, day) USING INDEX TABLESPACE elsewhere
) PARTITION BY RANGE (day) TABLESPACE elsewhere;

CREATE INDEX events_day ON public.events (day) TABLESPACE elsewhere;
CREATE TABLE public.events_1 PARTITION OF public.events FOR VALUES FROM (1) TO (10) TABLESPACE elsewhere;
CREATE TABLE public.events_2 PARTITION OF public.events FOR VALUES FROM (10) TO (20);

DO $$
BEGIN
    EXECUTE format('ALTER TABLE public.events_2 SET TABLESPACE %I', (
        SELECT t.spcname FROM pg_tablespace AS t
        JOIN pg_database AS d ON d.dattablespace = t.oid
        WHERE d.datname = current_database()));
END
$$;
