-- https://www.postgresql.org/docs/current/sql-createtable.html (EXCLUDE)
-- One row for each column. For the collations see indexes.sql.
SELECT con.tableoid AS _class, con.oid AS _oid, con.conrelid AS _parent, con.conname AS name,
       CASE WHEN x.n <= x.indnkeyatts THEN a.attname END AS "elements.field",
       CASE WHEN x.attnum = 0 THEN
            regexp_replace(pg_get_indexdef(x.indexrelid, x.n::integer, false), '^\((.*)\)$', '\1')
       END AS "elements.expression",
       nullif(cn.nspname, 'pg_catalog') AS "elements.collation_schema", co.collname AS "elements.collation_name",
       nullif(opn.nspname, 'pg_catalog') AS "elements.opclass_schema", op.opcname AS "elements.opclass_name",
       nullif(un.nspname, 'pg_catalog') AS "elements.usual_opclass_schema", uc.opcname AS "elements.usual_opclass_name",
       ia.attoptions AS "elements.opclass_options",
       CASE WHEN x.n > x.indnkeyatts THEN NULL
            WHEN opn2.nspname = 'pg_catalog' THEN o.oprname
            ELSE 'OPERATOR(' || quote_ident(opn2.nspname) || '.' || o.oprname || ')'
       END AS "elements.with",
       (x.option & 1) = 1 AS "elements.descending",
       CASE x.option & 3 WHEN 1 THEN 'last' WHEN 2 THEN 'first' END AS "elements.nulls",
       nullif(ia.attstattarget, -1) AS "elements.statistics",
       nullif(am.amname, 'btree') AS using,
       CASE WHEN x.n > x.indnkeyatts THEN a.attname END AS "include[]",
       CASE x.n WHEN 1 THEN pg_get_expr(x.indpred, x.indrelid) END AS "where",
       CASE WHEN con.condeferrable THEN
            CASE WHEN con.condeferred THEN 'initially deferred' ELSE 'initially immediate' END
       END AS deferrable,
       ic.reloptions AS "with",
       s.spcname AS tablespace,
       x.indisclustered AS clustered,
       d.description AS index_comment,
       (SELECT above.relname FROM pg_inherits h JOIN pg_class above ON above.oid = h.inhparent
         WHERE h.inhrelid = con.conindid) AS attached_to,
       NOT x.indisvalid AND ic.relkind = 'I' AS only
  FROM pg_constraint con
  JOIN pg_namespace n ON n.oid = con.connamespace
  JOIN
       (SELECT i.indexrelid, i.indrelid, i.indisunique, i.indisclustered, i.indisvalid, i.indnkeyatts,
               i.indpred, i.indexprs, k.*
          FROM pg_index i
         CROSS JOIN LATERAL unnest(i.indkey, i.indclass, i.indcollation, i.indoption)
                            WITH ORDINALITY AS k (attnum, opclass, collating, option, n)
       ) AS x ON x.indexrelid = con.conindid
  JOIN pg_class ic ON ic.oid = x.indexrelid
  JOIN pg_am am ON am.oid = ic.relam
  LEFT JOIN pg_operator o ON o.oid = con.conexclop[x.n::integer]
  LEFT JOIN pg_namespace opn2 ON opn2.oid = o.oprnamespace
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
  LEFT JOIN pg_description d ON d.objoid = ic.oid AND d.classoid = 'pg_class'::regclass AND d.objsubid = 0
 WHERE con.contype = 'x'
   AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
   AND n.nspname = ANY (coalesce(nullif(current_setting('gen.schemas', true), '')::text[], ARRAY[n.nspname::text]))
 ORDER BY con.conrelid, con.conname, x.n
