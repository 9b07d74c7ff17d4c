-- https://www.postgresql.org/docs/current/catalog-pg-ts-dict.html
SELECT o.tableoid AS _class, o.oid AS _oid, n.nspname AS _schema, o.dictname AS name,
       nullif(tn.nspname, 'pg_catalog') AS template_schema, t.tmplname AS template_name,
       o.dictinitoption AS options
  FROM pg_ts_dict o
  JOIN pg_namespace n ON n.oid = o.dictnamespace
  JOIN pg_ts_template t ON t.oid = o.dicttemplate
  JOIN pg_namespace tn ON tn.oid = t.tmplnamespace
 WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
   AND n.nspname = ANY (coalesce(nullif(current_setting('gen.schemas', true), '')::text[], ARRAY[n.nspname::text]))
   AND NOT EXISTS (SELECT FROM pg_depend e
                    WHERE e.classid = o.tableoid AND e.objid = o.oid AND e.deptype = 'e')
 ORDER BY o.oid
