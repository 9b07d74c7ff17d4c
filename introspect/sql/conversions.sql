-- https://www.postgresql.org/docs/current/catalog-pg-conversion.html
SELECT o.tableoid AS _class, o.oid AS _oid, n.nspname AS _schema, o.conname AS name,
       pg_encoding_to_char(o.conforencoding) AS source, pg_encoding_to_char(o.contoencoding) AS target,
       nullif(fn.nspname, 'pg_catalog') AS function_schema, f.proname AS function_name,
       o.condefault AS "default"
  FROM pg_conversion o
  JOIN pg_namespace n ON n.oid = o.connamespace
  LEFT JOIN pg_proc f ON f.oid = o.conproc
  LEFT JOIN pg_namespace fn ON fn.oid = f.pronamespace
 WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
   AND n.nspname = ANY (coalesce(nullif(current_setting('gen.schemas', true), '')::text[], ARRAY[n.nspname::text]))
   AND NOT EXISTS (SELECT FROM pg_depend e
                    WHERE e.classid = o.tableoid AND e.objid = o.oid AND e.deptype = 'e')
 ORDER BY o.oid
