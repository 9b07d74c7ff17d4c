-- https://www.postgresql.org/docs/current/catalog-pg-ts-template.html
SELECT o.tableoid AS _class, o.oid AS _oid, n.nspname AS _schema, o.tmplname AS name,
       nullif(ini.nspname, 'pg_catalog') AS init_schema, i.proname AS init_name,
       nullif(ln.nspname, 'pg_catalog') AS lexize_schema, l.proname AS lexize_name
  FROM pg_ts_template o
  JOIN pg_namespace n ON n.oid = o.tmplnamespace
  LEFT JOIN pg_proc i ON i.oid = o.tmplinit
  LEFT JOIN pg_namespace ini ON ini.oid = i.pronamespace
  LEFT JOIN pg_proc l ON l.oid = o.tmpllexize
  LEFT JOIN pg_namespace ln ON ln.oid = l.pronamespace
 WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
   AND n.nspname = ANY (coalesce(nullif(current_setting('gen.schemas', true), '')::text[], ARRAY[n.nspname::text]))
   AND NOT EXISTS (SELECT FROM pg_depend e
                    WHERE e.classid = o.tableoid AND e.objid = o.oid AND e.deptype = 'e')
 ORDER BY o.oid
