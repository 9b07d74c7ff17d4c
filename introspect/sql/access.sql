-- https://www.postgresql.org/docs/current/ddl-priv.html
-- Owners, and one row for each grant. What an owner has by itself is none, but what it lacks of that
-- is one (withheld), as is what it was granted on top. Default privileges are everybody's own affair:
-- the role that they are of is no owner, and has what is granted everywhere. A sequence that a column
-- owns has its table's owner, and one of an identity column is known by that column.
-- Which subscriptions there are is closed to most roles before PostgreSQL 14: a query of its own asks
-- those who may.
WITH n AS (
    SELECT n.oid, n.nspname, n.nspowner, n.nspacl, n.tableoid
      FROM pg_namespace n
     WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
       AND n.nspname = ANY (coalesce(nullif(current_setting('gen.schemas', true), '')::text[], ARRAY[n.nspname::text]))
), held (class, oid, sub, owner, acl, kind, col) AS (
    SELECT n.tableoid, n.oid, 0, n.nspowner, n.nspacl, 'n'::"char", NULL::name FROM n
    UNION ALL
    SELECT c.tableoid, c.oid, 0, c.relowner, c.relacl, CASE c.relkind WHEN 'S' THEN 's' ELSE 'r' END::"char", NULL
      FROM pg_class c JOIN n ON n.oid = c.relnamespace
     WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
    UNION ALL
    SELECT c.tableoid, d.refobjid, d.refobjsubid, c.relowner, c.relacl, 's', NULL
      FROM pg_class c JOIN n ON n.oid = c.relnamespace
      JOIN pg_depend d ON d.classid = c.tableoid AND d.objid = c.oid AND d.refclassid = c.tableoid
           AND d.refobjsubid > 0 AND d.deptype = 'i'
     WHERE c.relkind = 'S'
    UNION ALL
    SELECT c.tableoid, c.oid, 0, c.relowner, a.attacl, NULL, a.attname
      FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN n ON n.oid = c.relnamespace
     WHERE a.attacl IS NOT NULL AND NOT a.attisdropped
    UNION ALL
    SELECT p.tableoid, p.oid, 0, p.proowner, p.proacl, 'f', NULL
      FROM pg_proc p JOIN n ON n.oid = p.pronamespace
    UNION ALL
    SELECT t.tableoid, t.oid, 0, t.typowner, t.typacl, 'T', NULL
      FROM pg_type t JOIN n ON n.oid = t.typnamespace
     WHERE t.typtype IN ('d', 'e', 'r') OR t.typtype = 'c'
       AND EXISTS (SELECT FROM pg_class c WHERE c.oid = t.typrelid AND c.relkind = 'c')
    UNION ALL
    SELECT l.tableoid, l.oid, 0, l.lanowner, l.lanacl, 'l', NULL FROM pg_language l WHERE l.oid >= 16384
    UNION ALL
    SELECT w.tableoid, w.oid, 0, w.fdwowner, w.fdwacl, 'F', NULL FROM pg_foreign_data_wrapper w
    UNION ALL
    SELECT s.tableoid, s.oid, 0, s.srvowner, s.srvacl, 'S', NULL FROM pg_foreign_server s
    UNION ALL
    SELECT d.tableoid, d.oid, 0, CASE d.defaclnamespace WHEN 0 THEN d.defaclrole END, d.defaclacl, NULL, NULL
      FROM pg_default_acl d LEFT JOIN n ON n.oid = d.defaclnamespace
     WHERE d.defaclnamespace = 0 OR n.oid IS NOT NULL
    UNION ALL
    SELECT o.class, o.oid, 0, o.owner, NULL, NULL, NULL
      FROM (SELECT tableoid AS class, oid, collowner AS owner, collnamespace AS schema FROM pg_collation
            UNION ALL SELECT tableoid, oid, conowner, connamespace FROM pg_conversion
            UNION ALL SELECT tableoid, oid, dictowner, dictnamespace FROM pg_ts_dict
            UNION ALL SELECT tableoid, oid, cfgowner, cfgnamespace FROM pg_ts_config
            UNION ALL SELECT tableoid, oid, oprowner, oprnamespace FROM pg_operator
            UNION ALL SELECT tableoid, oid, opfowner, opfnamespace FROM pg_opfamily
            UNION ALL SELECT tableoid, oid, opcowner, opcnamespace FROM pg_opclass
            UNION ALL SELECT s.tableoid, s.oid, s.stxowner, c.relnamespace
                        FROM pg_statistic_ext s JOIN pg_class c ON c.oid = s.stxrelid) AS o
      JOIN n ON n.oid = o.schema
    UNION ALL
    SELECT p.tableoid, p.oid, 0, p.pubowner, NULL, NULL, NULL FROM pg_publication p
    UNION ALL
    SELECT 'pg_subscription'::regclass, s[1]::oid, 0, s[2]::oid, NULL, NULL, NULL
      FROM regexp_matches(CASE WHEN has_column_privilege('pg_subscription', 'oid', 'SELECT')
                               THEN query_to_xml('SELECT oid, subowner FROM pg_catalog.pg_subscription',
                                                 false, true, '')::text
                          END, '<oid>(\d+)</oid>\s*<subowner>(\d+)</subowner>', 'g') s
    UNION ALL
    SELECT e.tableoid, e.oid, 0, e.evtowner, NULL, NULL, NULL FROM pg_event_trigger e
)
SELECT h.class AS _class, h.oid AS _oid, h.sub AS _sub,
       CASE WHEN h.class <> 'pg_default_acl'::regclass AND h.sub = 0
             AND NOT EXISTS (SELECT FROM pg_depend d
                              WHERE d.classid = h.class AND d.objid = h.oid AND d.refclassid = 'pg_class'::regclass
                                AND d.refobjsubid > 0 AND d.deptype = 'a' AND h.class = 'pg_class'::regclass
                                AND (SELECT c.relkind FROM pg_class c WHERE c.oid = h.oid) = 'S')
            THEN pg_get_userbyid(h.owner) END AS owner,
       CASE e.grantee WHEN 0 THEN 'public' ELSE pg_get_userbyid(e.grantee) END AS role,
       lower(e.privilege_type) AS privilege, h.col AS "column", e.is_grantable AS grantable, e.withheld,
       CASE WHEN e.grantor <> h.owner AND h.class <> 'pg_default_acl'::regclass
            THEN pg_get_userbyid(e.grantor) END AS grantor
  FROM held h
  LEFT JOIN LATERAL
       (SELECT x.grantee, x.privilege_type, x.is_grantable, x.grantor, false AS withheld
          FROM aclexplode(coalesce(h.acl, acldefault(h.kind, h.owner))) x
         WHERE x.grantee IS DISTINCT FROM h.owner
            OR h.class <> 'pg_default_acl'::regclass AND (x.is_grantable OR h.col IS NOT NULL)
        UNION ALL
        SELECT o.grantee, o.privilege_type, false, NULL, true
          FROM aclexplode(acldefault(h.kind, h.owner)) o
         WHERE h.acl IS NOT NULL AND o.grantee = h.owner
           AND NOT EXISTS (SELECT FROM aclexplode(h.acl) x
                            WHERE x.grantee = o.grantee AND x.privilege_type = o.privilege_type)
       ) AS e ON true
 ORDER BY h.class, h.oid, h.sub, h.col NULLS FIRST
