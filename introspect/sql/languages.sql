-- https://www.postgresql.org/docs/current/catalog-pg-language.html
SELECT o.tableoid AS _class, o.oid AS _oid, o.lanname AS name,
       o.lanpltrusted AS trusted,
       nullif(hn.nspname, 'pg_catalog') AS handler_schema, h.proname AS handler_name,
       nullif(ini.nspname, 'pg_catalog') AS inline_schema, i.proname AS inline_name,
       nullif(vn.nspname, 'pg_catalog') AS validator_schema, v.proname AS validator_name
  FROM pg_language o
  LEFT JOIN pg_proc h ON h.oid = o.lanplcallfoid
  LEFT JOIN pg_namespace hn ON hn.oid = h.pronamespace
  LEFT JOIN pg_proc i ON i.oid = o.laninline
  LEFT JOIN pg_namespace ini ON ini.oid = i.pronamespace
  LEFT JOIN pg_proc v ON v.oid = o.lanvalidator
  LEFT JOIN pg_namespace vn ON vn.oid = v.pronamespace
 WHERE o.lanispl AND o.oid >= 16384
   AND NOT EXISTS (SELECT FROM pg_depend e
                    WHERE e.classid = o.tableoid AND e.objid = o.oid AND e.deptype = 'e')
 ORDER BY o.oid
