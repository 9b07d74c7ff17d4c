-- https://www.postgresql.org/docs/current/ddl-priv.html
-- Owners, and one row for each grant: what is not granted to the owner. Default privileges are
-- everybody's own affair: the role that they are of is no owner, and has what is granted everywhere.
-- A sequence that a column owns has its table's owner.
WITH n AS (
    SELECT n.oid, n.nspname, n.nspowner, n.nspacl, n.tableoid
      FROM pg_namespace n
     WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
       AND n.nspname = ANY (coalesce(nullif(current_setting('gen.schemas', true), '')::text[], ARRAY[n.nspname::text]))
), held (class, oid, sub, owner, acl, col) AS (
    SELECT n.tableoid, n.oid, 0, n.nspowner, coalesce(n.nspacl, acldefault('n', n.nspowner)), NULL::name FROM n
    UNION ALL
    SELECT c.tableoid, c.oid, 0, c.relowner,
           coalesce(c.relacl, acldefault(CASE c.relkind WHEN 'S' THEN 's'::"char" ELSE 'r' END, c.relowner)), NULL
      FROM pg_class c JOIN n ON n.oid = c.relnamespace
     WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
    UNION ALL
    SELECT c.tableoid, c.oid, 0, c.relowner, a.attacl, a.attname
      FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN n ON n.oid = c.relnamespace
     WHERE a.attacl IS NOT NULL AND NOT a.attisdropped
    UNION ALL
    SELECT p.tableoid, p.oid, 0, p.proowner, coalesce(p.proacl, acldefault('f', p.proowner)), NULL
      FROM pg_proc p JOIN n ON n.oid = p.pronamespace
    UNION ALL
    SELECT t.tableoid, t.oid, 0, t.typowner, coalesce(t.typacl, acldefault('T', t.typowner)), NULL
      FROM pg_type t JOIN n ON n.oid = t.typnamespace
     WHERE t.typtype IN ('d', 'e', 'r') OR t.typtype = 'c'
       AND EXISTS (SELECT FROM pg_class c WHERE c.oid = t.typrelid AND c.relkind = 'c')
    UNION ALL
    SELECT l.tableoid, l.oid, 0, l.lanowner, coalesce(l.lanacl, acldefault('l', l.lanowner)), NULL
      FROM pg_language l WHERE l.oid >= 16384
    UNION ALL
    SELECT w.tableoid, w.oid, 0, w.fdwowner, coalesce(w.fdwacl, acldefault('F', w.fdwowner)), NULL
      FROM pg_foreign_data_wrapper w
    UNION ALL
    SELECT s.tableoid, s.oid, 0, s.srvowner, coalesce(s.srvacl, acldefault('S', s.srvowner)), NULL
      FROM pg_foreign_server s
    UNION ALL
    SELECT d.tableoid, d.oid, 0, CASE d.defaclnamespace WHEN 0 THEN d.defaclrole END, d.defaclacl, NULL
      FROM pg_default_acl d LEFT JOIN n ON n.oid = d.defaclnamespace
     WHERE d.defaclnamespace = 0 OR n.oid IS NOT NULL
)
SELECT h.class AS _class, h.oid AS _oid, h.sub AS _sub,
       CASE WHEN h.class <> 'pg_default_acl'::regclass
             AND NOT EXISTS (SELECT FROM pg_depend d
                              WHERE d.classid = h.class AND d.objid = h.oid AND d.refclassid = 'pg_class'::regclass
                                AND d.refobjsubid > 0 AND d.deptype = 'a' AND h.class = 'pg_class'::regclass
                                AND (SELECT c.relkind FROM pg_class c WHERE c.oid = h.oid) = 'S')
            THEN pg_get_userbyid(h.owner) END AS owner,
       CASE e.grantee WHEN 0 THEN 'public' ELSE pg_get_userbyid(e.grantee) END AS role,
       lower(e.privilege_type) AS privilege, h.col AS "column", e.is_grantable AS grantable
  FROM held h
  LEFT JOIN LATERAL aclexplode(h.acl) e ON e.grantee IS DISTINCT FROM h.owner
 ORDER BY h.class, h.oid, h.col NULLS FIRST
