-- https://www.postgresql.org/docs/current/catalog-pg-enum.html
SELECT t.tableoid AS _class, t.oid AS _oid, n.nspname AS _schema, t.typname AS name,
       v.enumlabel AS "values.value"
  FROM pg_type t
  JOIN pg_namespace n ON n.oid = t.typnamespace
  LEFT JOIN pg_enum v ON v.enumtypid = t.oid
 WHERE t.typtype = 'e'
   AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
   AND n.nspname = ANY (coalesce(nullif(current_setting('gen.schemas', true), '')::text[], ARRAY[n.nspname::text]))
   AND NOT EXISTS (SELECT FROM pg_depend e
                    WHERE e.classid = t.tableoid AND e.objid = t.oid AND e.deptype = 'e')
 ORDER BY t.oid, v.enumsortorder
