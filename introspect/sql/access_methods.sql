-- https://www.postgresql.org/docs/current/catalog-pg-am.html
SELECT o.tableoid AS _class, o.oid AS _oid, o.amname AS name,
       CASE o.amtype WHEN 't' THEN 'table' END AS type,
       nullif(hn.nspname, 'pg_catalog') AS handler_schema, h.proname AS handler_name
  FROM pg_am o
  LEFT JOIN pg_proc h ON h.oid = o.amhandler
  LEFT JOIN pg_namespace hn ON hn.oid = h.pronamespace
 WHERE o.oid >= 16384
   AND NOT EXISTS (SELECT FROM pg_depend e
                    WHERE e.classid = o.tableoid AND e.objid = o.oid AND e.deptype = 'e')
 ORDER BY o.oid
