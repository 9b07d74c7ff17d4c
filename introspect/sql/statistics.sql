-- https://www.postgresql.org/docs/current/catalog-pg-statistic-ext.html
-- The expressions come as one text, which the reader takes apart: the function that would do it is
-- not in PostgreSQL 13. For `later` see columns.sql; a target of -1 became NULL in 17.
SELECT s._class, s.oid AS _oid, s.stxrelid AS _parent, s.stxname AS name,
       CASE WHEN sn.oid <> c.relnamespace THEN sn.nspname END AS schema,
       (SELECT array_agg(a.attname ORDER BY a.attname COLLATE "C")
          FROM pg_attribute a
         WHERE a.attrelid = s.stxrelid AND a.attnum = ANY (s.stxkeys::int2[])) AS fields,
       CASE WHEN NOT s.stxkind @> '{d,f,m}' AND s.stxkind <> '{e}' THEN
            ARRAY(SELECT w.word
                    FROM (VALUES ('f', 'dependencies'), ('m', 'mcv'), ('d', 'ndistinct')) AS w (kind, word)
                   WHERE w.kind::"char" = ANY (s.stxkind))
       END AS kinds,
       pg_get_expr(s.stxexprs, s.stxrelid) AS "expressions.expression",
       nullif(s.stxstattarget, -1) AS target
  FROM (SELECT NULL::pg_node_tree AS stxexprs, NULL::integer AS stxstattarget) AS later
 CROSS JOIN LATERAL
       (SELECT x.tableoid AS _class, x.oid, x.stxrelid, x.stxname, x.stxnamespace, x.stxkeys, x.stxkind, stxexprs,
               stxstattarget
          FROM pg_statistic_ext x) AS s
  JOIN pg_class c ON c.oid = s.stxrelid
  JOIN pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_namespace sn ON sn.oid = s.stxnamespace
 WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
   AND n.nspname = ANY (coalesce(nullif(current_setting('gen.schemas', true), '')::text[], ARRAY[n.nspname::text]))
   AND NOT EXISTS (SELECT FROM pg_depend d
                    WHERE d.classid = s._class AND d.objid = s.oid AND d.deptype = 'e')
 ORDER BY s.stxrelid, s.stxname
