-- https://www.postgresql.org/docs/current/catalog-pg-attribute.html
-- One row for each attribute.
SELECT t.tableoid AS _class, t.oid AS _oid, n.nspname AS _schema, t.typname AS name,
       a.attname AS "attributes.name",
       format_type(a.atttypid, a.atttypmod) AS "attributes.type",
       nullif(cn.nspname, 'pg_catalog') AS "attributes.collation_schema",
       co.collname AS "attributes.collation_name",
       col_description(c.oid, a.attnum) AS "attributes.comment"
  FROM pg_type t
  JOIN pg_namespace n ON n.oid = t.typnamespace
  JOIN pg_class c ON c.oid = t.typrelid AND c.relkind = 'c'
  LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  LEFT JOIN pg_type at ON at.oid = a.atttypid
  LEFT JOIN pg_collation co ON co.oid = a.attcollation AND a.attcollation <> at.typcollation
  LEFT JOIN pg_namespace cn ON cn.oid = co.collnamespace
 WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
   AND n.nspname = ANY (coalesce(nullif(current_setting('gen.schemas', true), '')::text[], ARRAY[n.nspname::text]))
   AND NOT EXISTS (SELECT FROM pg_depend e
                    WHERE e.classid = t.tableoid AND e.objid = t.oid AND e.deptype = 'e')
 ORDER BY t.oid, a.attnum
