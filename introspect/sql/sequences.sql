-- https://www.postgresql.org/docs/current/catalog-pg-sequence.html
-- Those of identity columns are part of their column, and gen's own table keeps its own.
SELECT c.tableoid AS _class, c.oid AS _oid, n.nspname AS _schema, c.relname AS name,
       CASE s.seqtypid WHEN 20 THEN NULL ELSE format_type(s.seqtypid, NULL) END AS type,
       nullif(s.seqstart, CASE WHEN s.seqincrement > 0 THEN s.seqmin ELSE s.seqmax END) AS start,
       nullif(s.seqincrement, 1) AS increment,
       nullif(s.seqmin, CASE WHEN s.seqincrement > 0 THEN 1 ELSE b.least END) AS minvalue,
       nullif(s.seqmax, CASE WHEN s.seqincrement > 0 THEN b.greatest ELSE -1 END) AS maxvalue,
       nullif(s.seqcache, 1) AS cache,
       s.seqcycle AS cycle,
       c.relpersistence = 'u' AS unlogged,
       tn.nspname AS owned_by_table_schema, t.relname AS owned_by_table_name,
       a.attname AS owned_by_column
  FROM pg_sequence s
  JOIN (VALUES (20::oid, -9223372036854775808, 9223372036854775807),
               (23, -2147483648, 2147483647),
               (21, -32768, 32767)) AS b (type, least, greatest) ON b.type = s.seqtypid
  JOIN pg_class c ON c.oid = s.seqrelid
  JOIN pg_namespace n ON n.oid = c.relnamespace
  LEFT JOIN pg_depend d ON d.classid = c.tableoid AND d.objid = c.oid AND d.objsubid = 0
       AND d.refclassid = c.tableoid AND d.deptype IN ('a', 'i')
  LEFT JOIN pg_class t ON t.oid = d.refobjid
  LEFT JOIN pg_namespace tn ON tn.oid = t.relnamespace
  LEFT JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
 WHERE d.deptype IS DISTINCT FROM 'i'
   AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
   AND n.nspname = ANY (coalesce(nullif(current_setting('gen.schemas', true), '')::text[], ARRAY[n.nspname::text]))
   AND coalesce(tn.nspname || '.' || t.relname, '')
       <> ALL (coalesce(nullif(current_setting('gen.own_tables', true), '')::text[], '{}'))
   AND NOT EXISTS (SELECT FROM pg_depend e
                    WHERE e.classid = c.tableoid AND e.objid = c.oid AND e.deptype = 'e')
