-- https://www.postgresql.org/docs/current/catalog-pg-opclass.html
-- https://www.postgresql.org/docs/current/catalog-pg-opfamily.html
-- Operator families and classes, with the members that depend on them: of a family those that no
-- class brings.
WITH o AS (
    SELECT 'operator_families' AS _kind, f.tableoid AS class, f.oid, f.opfnamespace AS schema, f.opfname AS name,
           f.opfmethod AS method, f.oid AS members, NULL AS type, false AS "default", NULL::oid AS family,
           NULL AS storage
      FROM pg_opfamily f
    UNION ALL
    SELECT 'operator_classes', c.tableoid, c.oid, c.opcnamespace, c.opcname, c.opcmethod, c.opcfamily,
           format_type(c.opcintype, NULL), c.opcdefault, c.opcfamily, format_type(nullif(c.opckeytype, 0), NULL)
      FROM pg_opclass c
)
SELECT o._kind, o.class AS _class, o.oid AS _oid, n.nspname AS _schema, o.name, am.amname AS _arguments,
       am.amname AS method,
       o.type,
       o."default",
       nullif(fn.nspname, 'pg_catalog') AS family_schema, f.opfname AS family_name,
       o.storage,
       ARRAY(SELECT m.text
               FROM (SELECT 1 AS kind, x.amopstrategy AS n,
                            format('OPERATOR %s %s.%s(%s, %s)%s', x.amopstrategy, quote_ident(xn.nspname), xo.oprname,
                                   format_type(x.amoplefttype, NULL), format_type(x.amoprighttype, NULL),
                                   CASE x.amoppurpose WHEN 'o' THEN
                                        (SELECT format(' FOR ORDER BY %I.%I', sn.nspname, s.opfname)
                                           FROM pg_opfamily s JOIN pg_namespace sn ON sn.oid = s.opfnamespace
                                          WHERE s.oid = x.amopsortfamily) END) AS text
                       FROM pg_amop x
                       JOIN pg_operator xo ON xo.oid = x.amopopr
                       JOIN pg_namespace xn ON xn.oid = xo.oprnamespace
                      WHERE x.amopfamily = o.members
                        AND EXISTS (SELECT FROM pg_depend d WHERE d.classid = x.tableoid AND d.objid = x.oid
                                       AND d.refclassid = o.class AND d.refobjid = o.oid)
                      UNION ALL
                     SELECT 2, x.amprocnum,
                            format('FUNCTION %s (%s, %s) %s', x.amprocnum, format_type(x.amproclefttype, NULL),
                                   format_type(x.amprocrighttype, NULL), x.amproc::oid::regprocedure)
                       FROM pg_amproc x
                      WHERE x.amprocfamily = o.members
                        AND EXISTS (SELECT FROM pg_depend d WHERE d.classid = x.tableoid AND d.objid = x.oid
                                       AND d.refclassid = o.class AND d.refobjid = o.oid)) AS m
              ORDER BY m.kind, m.n, m.text COLLATE "C") AS members
  FROM o
  JOIN pg_am am ON am.oid = o.method
  JOIN pg_namespace n ON n.oid = o.schema
  LEFT JOIN pg_opfamily f ON f.oid = o.family
  LEFT JOIN pg_namespace fn ON fn.oid = f.opfnamespace
 WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
   AND n.nspname = ANY (coalesce(nullif(current_setting('gen.schemas', true), '')::text[], ARRAY[n.nspname::text]))
   AND NOT EXISTS (SELECT FROM pg_depend e
                    WHERE e.classid = o.class AND e.objid = o.oid AND e.deptype = 'e')
 ORDER BY o._kind DESC, o.oid
