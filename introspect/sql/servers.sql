-- https://www.postgresql.org/docs/current/catalog-pg-foreign-server.html
SELECT s.tableoid AS _class, s.oid AS _oid, s.srvname AS name,
       w.fdwname AS wrapper, s.srvtype AS type, s.srvversion AS version, s.srvoptions AS options
  FROM pg_foreign_server s
  JOIN pg_foreign_data_wrapper w ON w.oid = s.srvfdw
 WHERE NOT EXISTS (SELECT FROM pg_depend e
                    WHERE e.classid = s.tableoid AND e.objid = s.oid AND e.deptype = 'e')
 ORDER BY s.oid
