-- https://www.postgresql.org/docs/current/catalog-pg-range.html
-- For `later` see columns.sql; the default name of a multirange is makeMultirangeTypeName's.
SELECT r._class, r.oid AS _oid, r.nspname AS _schema, r.typname AS name,
       format_type(r.rngsubtype, NULL) AS subtype,
       nullif(opn.nspname, 'pg_catalog') AS opclass_schema, op.opcname AS opclass_name,
       nullif(cn.nspname, 'pg_catalog') AS collation_schema, co.collname AS collation_name,
       nullif(can.nspname, 'pg_catalog') AS canonical_schema, ca.proname AS canonical_name,
       nullif(dn.nspname, 'pg_catalog') AS subtype_diff_schema, d.proname AS subtype_diff_name,
       mn.nspname AS multirange_schema, m.typname AS multirange_name,
       x.description AS multirange_comment
  FROM (SELECT 0::oid AS rngmultitypid) AS later
 CROSS JOIN LATERAL
       (SELECT t.tableoid AS _class, t.oid, t.typname, t.typnamespace, n.nspname, g.rngsubtype, g.rngsubopc,
               g.rngcollation, g.rngcanonical, g.rngsubdiff, rngmultitypid
          FROM pg_range g
          JOIN pg_type t ON t.oid = g.rngtypid
          JOIN pg_namespace n ON n.oid = t.typnamespace
         WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
           AND n.nspname = ANY (coalesce(nullif(current_setting('gen.schemas', true), '')::text[], ARRAY[n.nspname::text]))
           AND NOT EXISTS (SELECT FROM pg_depend e
                            WHERE e.classid = t.tableoid AND e.objid = t.oid AND e.deptype = 'e')
       ) AS r
  JOIN pg_type s ON s.oid = r.rngsubtype
  LEFT JOIN pg_opclass op ON op.oid = r.rngsubopc
       AND NOT (op.opcdefault AND (op.opcintype = r.rngsubtype OR s.typtype <> 'b' OR s.typname = 'varchar'))
  LEFT JOIN pg_namespace opn ON opn.oid = op.opcnamespace
  LEFT JOIN pg_collation co ON co.oid = r.rngcollation AND r.rngcollation <> s.typcollation
  LEFT JOIN pg_namespace cn ON cn.oid = co.collnamespace
  LEFT JOIN pg_proc ca ON ca.oid = r.rngcanonical
  LEFT JOIN pg_namespace can ON can.oid = ca.pronamespace
  LEFT JOIN pg_proc d ON d.oid = r.rngsubdiff
  LEFT JOIN pg_namespace dn ON dn.oid = d.pronamespace
  LEFT JOIN pg_type m ON m.oid = r.rngmultitypid
       AND (m.typnamespace <> r.typnamespace
            OR m.typname <> CASE WHEN strpos(r.typname, 'range') > 0
                                 THEN left(r.typname, strpos(r.typname, 'range') - 1) || 'multi'
                                      || substr(r.typname, strpos(r.typname, 'range'))
                                 ELSE left(r.typname, 52) || '_multirange'
                            END::name)
  LEFT JOIN pg_namespace mn ON mn.oid = m.typnamespace
  LEFT JOIN pg_description x ON x.classoid = r._class AND x.objoid = r.rngmultitypid
 ORDER BY r.oid
