-- https://www.postgresql.org/docs/current/catalog-pg-publication.html
-- One row for each table. For `later` see columns.sql; pg_publication_namespace came with 15, so
-- that the schemas are asked for through pg_depend.
SELECT p._class, p.oid AS _oid, p.pubname AS name,
       p.puballtables AS all_tables,
       t.schema AS "tables.table_schema", t.name AS "tables.table_name", t.columns AS "tables.fields",
       t.qual AS "tables.where",
       (SELECT array_agg(DISTINCT n.nspname)
          FROM pg_depend d
          JOIN pg_depend o ON o.classid = d.classid AND o.objid = d.objid
               AND o.refclassid = 'pg_namespace'::regclass
          JOIN pg_namespace n ON n.oid = o.refobjid
         WHERE d.refclassid = p._class AND d.refobjid = p.oid AND d.deptype = 'a') AS schemas,
       CASE WHEN NOT (p.pubinsert OR p.pubupdate OR p.pubdelete OR p.pubtruncate) THEN ARRAY['none']
            WHEN NOT (p.pubinsert AND p.pubupdate AND p.pubdelete AND p.pubtruncate) THEN
            array_remove(ARRAY[CASE WHEN p.pubdelete THEN 'delete' END, CASE WHEN p.pubinsert THEN 'insert' END,
                               CASE WHEN p.pubtruncate THEN 'truncate' END, CASE WHEN p.pubupdate THEN 'update' END], NULL)
       END AS publish,
       p.pubviaroot AS via_root,
       CASE p.pubgencols WHEN 's' THEN 'stored' END AS generated
  FROM (SELECT 'n'::"char" AS pubgencols) AS later
 CROSS JOIN LATERAL
       (SELECT x.tableoid AS _class, x.oid, x.pubname, x.puballtables, x.pubinsert, x.pubupdate, x.pubdelete,
               x.pubtruncate, x.pubviaroot, pubgencols
          FROM pg_publication x
         WHERE NOT EXISTS (SELECT FROM pg_depend e
                            WHERE e.classid = x.tableoid AND e.objid = x.oid AND e.deptype = 'e')) AS p
  LEFT JOIN
       (SELECT r.prpubid, n.nspname AS schema, c.relname AS name, pg_get_expr(r.prqual, r.prrelid) AS qual,
               (SELECT array_agg(a.attname ORDER BY a.attname COLLATE "C")
                  FROM pg_attribute a
                 WHERE a.attrelid = r.prrelid AND a.attnum = ANY (r.prattrs::int2[])) AS columns
          FROM (SELECT NULL::pg_node_tree AS prqual, NULL::int2vector AS prattrs) AS later
         CROSS JOIN LATERAL
               (SELECT y.prpubid, y.prrelid, prqual, prattrs FROM pg_publication_rel y) AS r
          JOIN pg_class c ON c.oid = r.prrelid
          JOIN pg_namespace n ON n.oid = c.relnamespace) AS t ON t.prpubid = p.oid
 ORDER BY p.oid, t.schema COLLATE "C", t.name COLLATE "C"
