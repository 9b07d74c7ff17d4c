-- https://www.postgresql.org/docs/current/catalog-pg-namespace.html
SELECT n.tableoid AS _class, n.oid AS _oid, n.nspname AS name
  FROM pg_namespace n
 WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
   AND n.nspname = ANY (coalesce(nullif(current_setting('gen.schemas', true), '')::text[], ARRAY[n.nspname::text]))
   AND NOT EXISTS (SELECT FROM pg_depend e
                    WHERE e.classid = n.tableoid AND e.objid = n.oid AND e.deptype = 'e')
