-- https://www.postgresql.org/docs/current/catalog-pg-operator.html
SELECT o.tableoid AS _class, o.oid AS _oid, n.nspname AS _schema, o.oprname AS name,
       coalesce(format_type(nullif(o.oprleft, 0), NULL), 'NONE') || ', ' ||
       coalesce(format_type(nullif(o.oprright, 0), NULL), 'NONE') AS _arguments,
       format_type(nullif(o.oprleft, 0), NULL) AS "left",
       format_type(nullif(o.oprright, 0), NULL) AS "right",
       nullif(fn.nspname, 'pg_catalog') AS function_schema, f.proname AS function_name,
       CASE WHEN c.oid IS NOT NULL THEN 'OPERATOR(' || quote_ident(cn.nspname) || '.' || c.oprname || ')' END AS commutator,
       CASE WHEN g.oid IS NOT NULL THEN 'OPERATOR(' || quote_ident(gn.nspname) || '.' || g.oprname || ')' END AS negator,
       nullif(rn.nspname, 'pg_catalog') AS restrict_schema, r.proname AS restrict_name,
       nullif(jn.nspname, 'pg_catalog') AS join_schema, j.proname AS join_name,
       o.oprcanhash AS hashes, o.oprcanmerge AS merges
  FROM pg_operator o
  JOIN pg_namespace n ON n.oid = o.oprnamespace
  LEFT JOIN pg_proc f ON f.oid = o.oprcode
  LEFT JOIN pg_namespace fn ON fn.oid = f.pronamespace
  LEFT JOIN pg_proc r ON r.oid = o.oprrest
  LEFT JOIN pg_namespace rn ON rn.oid = r.pronamespace
  LEFT JOIN pg_proc j ON j.oid = o.oprjoin
  LEFT JOIN pg_namespace jn ON jn.oid = j.pronamespace
  LEFT JOIN pg_operator c ON c.oid = o.oprcom
  LEFT JOIN pg_namespace cn ON cn.oid = c.oprnamespace
  LEFT JOIN pg_operator g ON g.oid = o.oprnegate
  LEFT JOIN pg_namespace gn ON gn.oid = g.oprnamespace
 WHERE o.oprcode <> 0 AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
   AND n.nspname = ANY (coalesce(nullif(current_setting('gen.schemas', true), '')::text[], ARRAY[n.nspname::text]))
   AND NOT EXISTS (SELECT FROM pg_depend e
                    WHERE e.classid = o.tableoid AND e.objid = o.oid AND e.deptype = 'e')
 ORDER BY o.oid
