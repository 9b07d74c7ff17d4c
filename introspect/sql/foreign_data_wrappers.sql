-- https://www.postgresql.org/docs/current/catalog-pg-foreign-data-wrapper.html
SELECT w.tableoid AS _class, w.oid AS _oid, w.fdwname AS name,
       nullif(hn.nspname, 'pg_catalog') AS handler_schema, h.proname AS handler_name,
       nullif(vn.nspname, 'pg_catalog') AS validator_schema, v.proname AS validator_name,
       w.fdwoptions AS options
  FROM pg_foreign_data_wrapper w
  LEFT JOIN pg_proc h ON h.oid = w.fdwhandler
  LEFT JOIN pg_namespace hn ON hn.oid = h.pronamespace
  LEFT JOIN pg_proc v ON v.oid = w.fdwvalidator
  LEFT JOIN pg_namespace vn ON vn.oid = v.pronamespace
 WHERE NOT EXISTS (SELECT FROM pg_depend e
                    WHERE e.classid = w.tableoid AND e.objid = w.oid AND e.deptype = 'e')
 ORDER BY w.oid
