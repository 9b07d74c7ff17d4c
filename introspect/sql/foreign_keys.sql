-- https://www.postgresql.org/docs/current/catalog-pg-constraint.html
-- One row for each column. What PostgreSQL keeps of a reference to a partitioned table for each of
-- that one's partitions is left out. For `later` see columns.sql.
SELECT con._class, con.oid AS _oid, con.conrelid AS _parent, con.conname AS name,
       (SELECT a.attname FROM pg_attribute a
         WHERE a.attrelid = con.conrelid AND a.attnum = k.attnum) AS "fields[]",
       rn.nspname AS references_schema, r.relname AS references_name,
       (SELECT a.attname FROM pg_attribute a
         WHERE a.attrelid = con.confrelid AND a.attnum = k.fattnum) AS "referenced_fields[]",
       CASE con.confmatchtype WHEN 'f' THEN 'full' END AS match,
       CASE con.confupdtype WHEN 'r' THEN 'restrict' WHEN 'c' THEN 'cascade' WHEN 'n' THEN 'set null'
                            WHEN 'd' THEN 'set default' END AS on_update,
       CASE con.confdeltype WHEN 'r' THEN 'restrict' WHEN 'c' THEN 'cascade' WHEN 'n' THEN 'set null'
                            WHEN 'd' THEN 'set default' END AS on_delete,
       CASE WHEN con.confdelsetcols IS NOT NULL THEN
            (SELECT array_agg(a.attname ORDER BY s.n)
               FROM unnest(con.confdelsetcols) WITH ORDINALITY AS s (attnum, n)
               JOIN pg_attribute a ON a.attrelid = con.conrelid AND a.attnum = s.attnum)
       END AS on_delete_fields,
       CASE WHEN con.condeferrable THEN
            CASE WHEN con.condeferred THEN 'initially deferred' ELSE 'initially immediate' END
       END AS deferrable,
       con.conenforced AND NOT con.convalidated AS not_valid,
       NOT con.conenforced AS not_enforced,
       con.conperiod AS period,
       con.attached_to
  FROM (SELECT NULL::int2[] AS confdelsetcols, true AS conenforced, false AS conperiod) AS later
 CROSS JOIN LATERAL
       (SELECT c.tableoid AS _class, c.oid, c.conrelid, c.conname, c.conkey, c.confrelid, c.confkey,
               c.confmatchtype, c.confupdtype, c.confdeltype, confdelsetcols, c.condeferrable,
               c.condeferred, c.convalidated, conenforced, conperiod,
               (SELECT a.conname FROM pg_constraint a WHERE a.oid = c.conparentid) AS attached_to
          FROM pg_constraint c
          JOIN pg_namespace n ON n.oid = c.connamespace
         WHERE c.contype = 'f'
           AND NOT EXISTS (SELECT FROM pg_constraint a WHERE a.oid = c.conparentid AND a.conrelid = c.conrelid)
           AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
           AND n.nspname = ANY (coalesce(nullif(current_setting('gen.schemas', true), '')::text[], ARRAY[n.nspname::text]))
       ) AS con
 CROSS JOIN LATERAL unnest(con.conkey, con.confkey) WITH ORDINALITY AS k (attnum, fattnum, n)
  JOIN pg_class r ON r.oid = con.confrelid
  JOIN pg_namespace rn ON rn.oid = r.relnamespace
 ORDER BY con.conrelid, con.conname, k.n
