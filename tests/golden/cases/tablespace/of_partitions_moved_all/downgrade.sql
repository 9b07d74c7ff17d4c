DO $$
BEGIN
    EXECUTE format('ALTER TABLE public.events SET TABLESPACE %I', (
        SELECT t.spcname FROM pg_tablespace AS t
        JOIN pg_database AS d ON d.dattablespace = t.oid
        WHERE d.datname = current_database()));
END
$$;

DO $$
BEGIN
    EXECUTE format('ALTER INDEX public.events_pkey SET TABLESPACE %I', (
        SELECT t.spcname FROM pg_tablespace AS t
        JOIN pg_database AS d ON d.dattablespace = t.oid
        WHERE d.datname = current_database()));
END
$$;

DO $$
BEGIN
    EXECUTE format('ALTER INDEX public.events_day SET TABLESPACE %I', (
        SELECT t.spcname FROM pg_tablespace AS t
        JOIN pg_database AS d ON d.dattablespace = t.oid
        WHERE d.datname = current_database()));
END
$$;

DO $$
BEGIN
    EXECUTE format('ALTER TABLE public.events_1 SET TABLESPACE %I', (
        SELECT t.spcname FROM pg_tablespace AS t
        JOIN pg_database AS d ON d.dattablespace = t.oid
        WHERE d.datname = current_database()));
END
$$;

DO $$
BEGIN
    EXECUTE format('ALTER INDEX public.events_1_pkey SET TABLESPACE %I', (
        SELECT t.spcname FROM pg_tablespace AS t
        JOIN pg_database AS d ON d.dattablespace = t.oid
        WHERE d.datname = current_database()));
END
$$;

DO $$
BEGIN
    EXECUTE format('ALTER INDEX public.events_1_day_idx SET TABLESPACE %I', (
        SELECT t.spcname FROM pg_tablespace AS t
        JOIN pg_database AS d ON d.dattablespace = t.oid
        WHERE d.datname = current_database()));
END
$$;

DO $$
BEGIN
    EXECUTE format('ALTER INDEX public.events_2_pkey SET TABLESPACE %I', (
        SELECT t.spcname FROM pg_tablespace AS t
        JOIN pg_database AS d ON d.dattablespace = t.oid
        WHERE d.datname = current_database()));
END
$$;

DO $$
BEGIN
    EXECUTE format('ALTER INDEX public.events_2_day_idx SET TABLESPACE %I', (
        SELECT t.spcname FROM pg_tablespace AS t
        JOIN pg_database AS d ON d.dattablespace = t.oid
        WHERE d.datname = current_database()));
END
$$;
