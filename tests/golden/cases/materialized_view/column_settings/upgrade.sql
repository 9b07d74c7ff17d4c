ALTER MATERIALIZED VIEW public.m ALTER COLUMN a SET STATISTICS -1, ALTER COLUMN b SET STATISTICS 20, ALTER COLUMN b SET STORAGE MAIN, ALTER COLUMN b SET COMPRESSION pglz, ALTER COLUMN c SET STATISTICS -1, ALTER COLUMN c RESET (n_distinct_inherited), ALTER COLUMN c SET (n_distinct=6);

DO $$
BEGIN
    EXECUTE (
        SELECT format('ALTER MATERIALIZED VIEW %s ALTER COLUMN %I SET STORAGE %s', a.attrelid::regclass, a.attname,
            CASE t.typstorage WHEN 'p' THEN 'PLAIN' WHEN 'm' THEN 'MAIN' WHEN 'e' THEN 'EXTERNAL' ELSE 'EXTENDED' END)
        FROM pg_attribute AS a JOIN pg_type AS t ON t.oid = a.atttypid
        WHERE a.attrelid = 'public.m'::regclass AND a.attname = 'c');
END
$$;

DO $$
BEGIN
    EXECUTE (
        SELECT format('ALTER MATERIALIZED VIEW %s ALTER COLUMN %I SET STORAGE %s', a.attrelid::regclass, a.attname,
            CASE t.typstorage WHEN 'p' THEN 'PLAIN' WHEN 'm' THEN 'MAIN' WHEN 'e' THEN 'EXTERNAL' ELSE 'EXTENDED' END)
        FROM pg_attribute AS a JOIN pg_type AS t ON t.oid = a.atttypid
        WHERE a.attrelid = 'public.m'::regclass AND a.attname = 'd');
END
$$;
