-- https://www.postgresql.org/docs/current/catalog-pg-extension.html
-- Those below the first normal OID (plpgsql) come with every database.
SELECT e.tableoid AS _class, e.oid AS _oid, e.extname AS name, n.nspname AS schema, e.extversion AS version
  FROM pg_extension e
  JOIN pg_namespace n ON n.oid = e.extnamespace
 WHERE e.oid >= 16384
