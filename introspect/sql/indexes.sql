-- https://www.postgresql.org/docs/current/catalog-pg-index.html
-- Those that are no constraint's; one row for each column.
-- PostgreSQL prints an expression that is no function call in parentheses of its own; these go.
-- The collation of an expression is in no catalogue, so only the printed definition tells whether
-- the index's is another one; it is asked where a collation that is not the default has a part in
-- it. For `later` see columns.sql.
SELECT ic.tableoid AS _class, ic.oid AS _oid, x.indrelid AS _parent, ic.relname AS name,
       CASE WHEN x.n <= x.indnkeyatts THEN a.attname END AS "fields.field",
       CASE WHEN x.attnum = 0 THEN
            regexp_replace(pg_get_indexdef(x.indexrelid, x.n::integer, false), '^\((.*)\)$', '\1')
       END AS "fields.expression",
       nullif(cn.nspname, 'pg_catalog') AS "fields.collation_schema", co.collname AS "fields.collation_name",
       nullif(opn.nspname, 'pg_catalog') AS "fields.opclass_schema", op.opcname AS "fields.opclass_name",
       nullif(un.nspname, 'pg_catalog') AS "fields.usual_opclass_schema", uc.opcname AS "fields.usual_opclass_name",
       ia.attoptions AS "fields.opclass_options",
       (x.option & 1) = 1 AS "fields.descending",
       CASE x.option & 3 WHEN 1 THEN 'last' WHEN 2 THEN 'first' END AS "fields.nulls",
       nullif(ia.attstattarget, -1) AS "fields.statistics",
       x.indisunique AS unique,
       nullif(am.amname, 'btree') AS method,
       CASE WHEN x.n > x.indnkeyatts THEN a.attname END AS "include[]",
       x.indnullsnotdistinct AS nulls_not_distinct,
       CASE x.n WHEN 1 THEN pg_get_expr(x.indpred, x.indrelid) END AS "where",
       ic.reloptions AS "with",
       s.spcname AS tablespace,
       x.indisclustered AS clustered,
       (SELECT above.relname FROM pg_inherits h JOIN pg_class above ON above.oid = h.inhparent
         WHERE h.inhrelid = x.indexrelid) AS attached_to,
       NOT x.indisvalid AND ic.relkind = 'I' AS only,
       NOT x.indisvalid AND ic.relkind = 'i' AS invalid
  FROM (SELECT false AS indnullsnotdistinct) AS later
 CROSS JOIN LATERAL
       (SELECT i.indexrelid, i.indrelid, i.indisunique, i.indisclustered, i.indisvalid, indnullsnotdistinct, i.indnkeyatts,
               i.indpred, i.indexprs, k.*
          FROM pg_index i
         CROSS JOIN LATERAL unnest(i.indkey, i.indclass, i.indcollation, i.indoption)
                            WITH ORDINALITY AS k (attnum, opclass, collating, option, n)
       ) AS x
  JOIN pg_class ic ON ic.oid = x.indexrelid AND ic.relpersistence <> 't'
  JOIN pg_class c ON c.oid = x.indrelid AND c.relkind IN ('r', 'p', 'm')
  JOIN pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_am am ON am.oid = ic.relam
  LEFT JOIN pg_attribute a ON a.attrelid = x.indrelid AND a.attnum = x.attnum
  LEFT JOIN pg_attribute ia ON ia.attrelid = x.indexrelid AND ia.attnum = x.n AND ia.attnum > 0
       AND (ia.attoptions IS NOT NULL OR ia.attstattarget >= 0)
  LEFT JOIN pg_opclass op ON op.oid = x.opclass
       AND (NOT op.opcdefault OR ia.attoptions IS NOT NULL
            OR op.opcintype <> a.atttypid
               AND EXISTS (SELECT FROM pg_opclass own
                            WHERE own.opcmethod = op.opcmethod AND own.opcdefault
                              AND own.opcintype = a.atttypid AND own.oid <> op.oid))
  LEFT JOIN pg_namespace opn ON opn.oid = op.opcnamespace
  LEFT JOIN pg_opclass uc ON uc.oid = x.opclass AND op.oid IS NULL
  LEFT JOIN pg_namespace un ON un.oid = uc.opcnamespace
  LEFT JOIN pg_collation co ON co.oid = x.collating
       AND CASE WHEN x.attnum <> 0 THEN x.collating <> a.attcollation
                WHEN x.collating = 100 AND x.indexprs::text !~ ':[a-z]*coll(id|Oid) (?!(0|100)[ }])' THEN false
                ELSE strpos(pg_get_indexdef(x.indexrelid),
                            pg_get_indexdef(x.indexrelid, x.n::integer, false) || ' COLLATE ') > 0
           END
  LEFT JOIN pg_namespace cn ON cn.oid = co.collnamespace
  LEFT JOIN pg_tablespace s ON s.oid = ic.reltablespace
 WHERE NOT EXISTS (SELECT FROM pg_constraint con
                    WHERE con.conindid = x.indexrelid AND con.contype IN ('p', 'u', 'x'))
   AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
   AND n.nspname = ANY (coalesce(nullif(current_setting('gen.schemas', true), '')::text[], ARRAY[n.nspname::text]))
 ORDER BY x.indrelid, ic.relname, x.n
