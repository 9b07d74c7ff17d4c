DO $$
BEGIN
    EXECUTE format('ALTER TABLE public.rooms SET TABLESPACE %I', (
        SELECT t.spcname FROM pg_tablespace AS t
        JOIN pg_database AS d ON d.dattablespace = t.oid
        WHERE d.datname = current_database()));
END
$$;

ALTER INDEX public.rooms_pkey SET TABLESPACE elsewhere;
ALTER INDEX public.rooms_name_key SET TABLESPACE elsewhere;
ALTER INDEX public.apart SET TABLESPACE elsewhere;
ALTER INDEX public.rooms_body SET TABLESPACE elsewhere;

DO $$
BEGIN
    EXECUTE format('ALTER MATERIALIZED VIEW public.names SET TABLESPACE %I', (
        SELECT t.spcname FROM pg_tablespace AS t
        JOIN pg_database AS d ON d.dattablespace = t.oid
        WHERE d.datname = current_database()));
END
$$;

ALTER INDEX public.names_id SET TABLESPACE elsewhere;
