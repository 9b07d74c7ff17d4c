-- https://www.postgresql.org/docs/current/catalog-pg-opfamily.html
-- Members that no class brings depend on the family itself.
SELECT o.tableoid AS _class, o.oid AS _oid, n.nspname AS _schema, o.opfname AS name, am.amname AS _arguments,
       am.amname AS method,
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
                      WHERE x.amopfamily = o.oid
                        AND EXISTS (SELECT FROM pg_depend d WHERE d.classid = x.tableoid AND d.objid = x.oid
                                       AND d.refclassid = 'pg_opfamily'::regclass AND d.refobjid = o.oid)
                      UNION ALL
                     SELECT 2, x.amprocnum,
                            format('FUNCTION %s (%s, %s) %s', x.amprocnum, format_type(x.amproclefttype, NULL),
                                   format_type(x.amprocrighttype, NULL), x.amproc::oid::regprocedure)
                       FROM pg_amproc x
                      WHERE x.amprocfamily = o.oid
                        AND EXISTS (SELECT FROM pg_depend d WHERE d.classid = x.tableoid AND d.objid = x.oid
                                       AND d.refclassid = 'pg_opfamily'::regclass AND d.refobjid = o.oid)) AS m
              ORDER BY m.kind, m.n, m.text COLLATE "C") AS members
  FROM pg_opfamily o
  JOIN pg_am am ON am.oid = o.opfmethod
  JOIN pg_namespace n ON n.oid = o.opfnamespace
 WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
   AND n.nspname = ANY (coalesce(nullif(current_setting('gen.schemas', true), '')::text[], ARRAY[n.nspname::text]))
   AND NOT EXISTS (SELECT FROM pg_depend e
                    WHERE e.classid = o.tableoid AND e.objid = o.oid AND e.deptype = 'e')
 ORDER BY o.oid
