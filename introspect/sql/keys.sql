-- https://www.postgresql.org/docs/current/catalog-pg-constraint.html
-- Primary keys and unique constraints, one row for each column. For `later` see columns.sql.
SELECT CASE con.contype WHEN 'p' THEN 'primary_keys' ELSE 'uniques' END AS _kind,
       con._class, con.oid AS _oid, con.conrelid AS _parent, con.conname AS name,
       CASE WHEN x.n <= x.indnkeyatts THEN a.attname END AS "fields[]",
       CASE WHEN x.n > x.indnkeyatts THEN a.attname END AS "include[]",
       con.conperiod AS without_overlaps,
       CASE WHEN con.condeferrable THEN
            CASE WHEN con.condeferred THEN 'initially deferred' ELSE 'initially immediate' END
       END AS deferrable,
       x.indnullsnotdistinct AS nulls_not_distinct,
       ic.reloptions AS "with",
       s.spcname AS tablespace,
       x.indisclustered AS clustered,
       d.description AS index_comment,
       (SELECT above.relname FROM pg_inherits h JOIN pg_class above ON above.oid = h.inhparent
         WHERE h.inhrelid = con.conindid) AS attached_to,
       NOT x.indisvalid AND ic.relkind = 'I' AS only
  FROM (SELECT false AS conperiod, false AS indnullsnotdistinct) AS later
 CROSS JOIN LATERAL
       (SELECT c.tableoid AS _class, c.oid, c.contype, c.conrelid, c.conname, c.conindid, c.condeferrable,
               c.condeferred, conperiod
          FROM pg_constraint c
          JOIN pg_namespace n ON n.oid = c.connamespace
         WHERE c.contype IN ('p', 'u')
           AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
           AND n.nspname = ANY (coalesce(nullif(current_setting('gen.schemas', true), '')::text[], ARRAY[n.nspname::text]))
       ) AS con
  JOIN LATERAL
       (SELECT i.indexrelid, i.indisclustered, i.indisvalid, i.indnkeyatts, indnullsnotdistinct, k.attnum, k.n
          FROM pg_index i
         CROSS JOIN LATERAL unnest(i.indkey) WITH ORDINALITY AS k (attnum, n)
       ) AS x ON x.indexrelid = con.conindid
  JOIN pg_attribute a ON a.attrelid = con.conrelid AND a.attnum = x.attnum
  JOIN pg_class ic ON ic.oid = con.conindid
  LEFT JOIN pg_tablespace s ON s.oid = ic.reltablespace
  LEFT JOIN pg_description d ON d.objoid = ic.oid AND d.classoid = 'pg_class'::regclass AND d.objsubid = 0
 ORDER BY _kind, con.conrelid, con.conname, x.n
