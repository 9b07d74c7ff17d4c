-- https://www.postgresql.org/docs/current/catalog-pg-transform.html
SELECT o.tableoid AS _class, o.oid AS _oid,
       format_type(o.trftype, NULL) || ' FOR ' || quote_ident(l.lanname) AS name,
       format_type(o.trftype, NULL) AS type, l.lanname AS language,
       nullif(fn.nspname, 'pg_catalog') AS from_sql_schema, f.proname AS from_sql_name,
       nullif(tn.nspname, 'pg_catalog') AS to_sql_schema, t.proname AS to_sql_name
  FROM pg_transform o
  JOIN pg_language l ON l.oid = o.trflang
  LEFT JOIN pg_proc f ON f.oid = o.trffromsql
  LEFT JOIN pg_namespace fn ON fn.oid = f.pronamespace
  LEFT JOIN pg_proc t ON t.oid = o.trftosql
  LEFT JOIN pg_namespace tn ON tn.oid = t.pronamespace
 WHERE NOT EXISTS (SELECT FROM pg_depend e
                    WHERE e.classid = o.tableoid AND e.objid = o.oid AND e.deptype = 'e')
 ORDER BY o.oid
