-- https://www.postgresql.org/docs/current/catalog-pg-policy.html
SELECT p.tableoid AS _class, p.oid AS _oid, p.polrelid AS _parent, p.polname AS name,
       CASE WHEN NOT p.polpermissive THEN 'restrictive' END AS kind,
       CASE p.polcmd WHEN 'r' THEN 'select' WHEN 'a' THEN 'insert' WHEN 'w' THEN 'update' WHEN 'd' THEN 'delete'
       END AS command,
       ARRAY(SELECT r.rolname FROM pg_roles r
              WHERE r.oid = ANY (p.polroles) AND NOT 0 = ANY (p.polroles)
              ORDER BY r.rolname COLLATE "C") AS roles,
       pg_get_expr(p.polqual, p.polrelid) AS using,
       pg_get_expr(p.polwithcheck, p.polrelid) AS "check"
  FROM pg_policy p
  JOIN pg_class c ON c.oid = p.polrelid
  JOIN pg_namespace n ON n.oid = c.relnamespace
 WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
   AND n.nspname = ANY (coalesce(nullif(current_setting('gen.schemas', true), '')::text[], ARRAY[n.nspname::text]))
   AND NOT EXISTS (SELECT FROM pg_depend e
                    WHERE e.classid = p.tableoid AND e.objid = p.oid AND e.deptype = 'e')
 ORDER BY p.polrelid, p.polname
