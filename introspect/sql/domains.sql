-- https://www.postgresql.org/docs/current/sql-createdomain.html
SELECT t.tableoid AS _class, t.oid AS _oid, n.nspname AS _schema, t.typname AS name,
       format_type(t.typbasetype, t.typtypmod) AS type,
       t.typnotnull AS not_null, nn.conname AS not_null_name, x.description AS not_null_comment,
       pg_get_expr(t.typdefaultbin, 0) AS "default",
       nullif(cn.nspname, 'pg_catalog') AS collation_schema, co.collname AS collation_name
  FROM pg_type t
  JOIN pg_namespace n ON n.oid = t.typnamespace
  JOIN pg_type b ON b.oid = t.typbasetype
  LEFT JOIN pg_collation co ON co.oid = t.typcollation AND t.typcollation <> b.typcollation
  LEFT JOIN pg_namespace cn ON cn.oid = co.collnamespace
  LEFT JOIN pg_constraint nn ON nn.contypid = t.oid AND nn.contype = 'n'
  LEFT JOIN pg_description x ON x.classoid = nn.tableoid AND x.objoid = nn.oid
 WHERE t.typtype = 'd'
   AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
   AND n.nspname = ANY (coalesce(nullif(current_setting('gen.schemas', true), '')::text[], ARRAY[n.nspname::text]))
   AND NOT EXISTS (SELECT FROM pg_depend e
                    WHERE e.classid = t.tableoid AND e.objid = t.oid AND e.deptype = 'e')
