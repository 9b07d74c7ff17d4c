ALTER MATERIALIZED VIEW public.m ALTER COLUMN b SET STATISTICS -1, ALTER COLUMN b SET COMPRESSION default, ALTER COLUMN a SET STATISTICS 10, ALTER COLUMN c SET STATISTICS 10, ALTER COLUMN c SET STORAGE EXTERNAL, ALTER COLUMN c SET (n_distinct=5, n_distinct_inherited=7), ALTER COLUMN d SET STORAGE EXTERNAL;

DO $$
BEGIN
    EXECUTE (
        SELECT format('ALTER MATERIALIZED VIEW %s ALTER COLUMN %I SET STORAGE %s', a.attrelid::regclass, a.attname,
            CASE t.typstorage WHEN 'p' THEN 'PLAIN' WHEN 'm' THEN 'MAIN' WHEN 'e' THEN 'EXTERNAL' ELSE 'EXTENDED' END)
        FROM pg_attribute AS a JOIN pg_type AS t ON t.oid = a.atttypid
        WHERE a.attrelid = 'public.m'::regclass AND a.attname = 'b');
END
$$;
