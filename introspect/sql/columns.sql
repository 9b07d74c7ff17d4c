-- https://www.postgresql.org/docs/current/catalog-pg-attribute.html
-- In `later` stand the columns of catalogues that older
-- servers lack: inside the LATERAL query such a name finds the catalogue's own column if there is
-- one, else the value here. NOT NULL is a constraint since 18; before that they are not looked for.
-- The bounds of a sequence go without saying where they are those of the column's type: one that LIKE
-- copied may be of another type than its column.
-- Since 17 partitions number by the sequence of their table: they have no identity of their own.
SELECT a._class, a.attrelid AS _oid, a.attnum AS _sub, a.attrelid AS _parent, a.attname AS name,
       format_type(a.atttypid, a.atttypmod) AS type,
       a.attnotnull AS not_null,
       nn.conname AS not_null_name, nn.connoinherit AS not_null_no_inherit,
       NOT nn.convalidated AS not_null_not_valid, nn.description AS not_null_comment,
       CASE a.attgenerated WHEN '' THEN pg_get_expr(d.adbin, 0) END AS "default",
       CASE WHEN a.attgenerated <> '' THEN pg_get_expr(d.adbin, d.adrelid) END AS generated,
       a.attgenerated = 'v' AS virtual,
       CASE CASE WHEN s.name IS NOT NULL THEN a.attidentity END WHEN 'a' THEN 'always' WHEN 'd' THEN 'by default' END AS identity,
       s.schema AS identity_sequence_schema, s.name AS identity_sequence_name,
       s.comment AS identity_comment,
       nullif(s.seqstart, CASE WHEN s.seqincrement > 0 THEN s.seqmin ELSE s.seqmax END) AS start,
       nullif(s.seqincrement, 1) AS increment,
       nullif(s.seqmin, CASE WHEN s.seqincrement > 0 THEN 1 ELSE b.least END) AS minvalue,
       nullif(s.seqmax, CASE WHEN s.seqincrement > 0 THEN b.greatest ELSE -1 END) AS maxvalue,
       nullif(s.seqcache, 1) AS cache, s.seqcycle AS cycle,
       nullif(cn.nspname, 'pg_catalog') AS collation_schema, co.collname AS collation_name,
       CASE WHEN a.attstorage <> t.typstorage THEN
            CASE a.attstorage WHEN 'p' THEN 'plain' WHEN 'm' THEN 'main' WHEN 'e' THEN 'external'
                              ELSE 'extended' END
       END AS storage,
       CASE a.attcompression WHEN 'p' THEN 'pglz' WHEN 'l' THEN 'lz4' END AS compression,
       nullif(a.attstattarget, -1) AS statistics,
       CASE WHEN cardinality(a.attoptions) > 1 OR NOT starts_with(a.attoptions[1], 'pg_') THEN
            ARRAY(SELECT o FROM unnest(a.attoptions) AS o WHERE NOT starts_with(o, 'pg_'))
       END AS options, -- those that begin with pg_ are PostgreSQL's own
       a.attfdwoptions AS fdw_options,
       NOT a.attislocal AS inherited
  FROM (SELECT ''::"char" AS attcompression) AS later
 CROSS JOIN LATERAL
       (SELECT c.tableoid AS _class, x.attrelid, x.attnum, x.attname, x.atttypid, x.atttypmod, x.attnotnull,
               x.attgenerated, x.attidentity, x.attcollation, x.attstorage, attcompression,
               x.attstattarget, x.attoptions, x.attfdwoptions, x.attislocal
          FROM pg_attribute x
          JOIN pg_class c ON c.oid = x.attrelid AND c.relkind IN ('r', 'p', 'f') AND c.relpersistence <> 't'
          JOIN pg_namespace n ON n.oid = c.relnamespace
         WHERE x.attnum > 0 AND NOT x.attisdropped
           AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
           AND n.nspname = ANY (coalesce(nullif(current_setting('gen.schemas', true), '')::text[], ARRAY[n.nspname::text]))
       ) AS a
  JOIN pg_type t ON t.oid = a.atttypid
  LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
  LEFT JOIN (SELECT k.conrelid, k.conkey[1] AS attnum, k.conname, k.connoinherit, k.convalidated, x.description
               FROM pg_constraint k
               LEFT JOIN pg_description x ON x.classoid = k.tableoid AND x.objoid = k.oid
              WHERE k.contype = 'n' AND k.conislocal
                AND current_setting('server_version_num')::integer >= 180000
            ) AS nn ON nn.conrelid = a.attrelid AND nn.attnum = a.attnum
  LEFT JOIN pg_collation co ON co.oid = a.attcollation AND a.attcollation <> t.typcollation
  LEFT JOIN pg_namespace cn ON cn.oid = co.collnamespace
  LEFT JOIN (SELECT d.refobjid, d.refobjsubid, sn.nspname AS schema, sc.relname AS name,
                    q.seqstart, q.seqincrement, q.seqmin, q.seqmax, q.seqcache, q.seqcycle,
                    x.description AS comment
               FROM pg_sequence q
               JOIN pg_class sc ON sc.oid = q.seqrelid
               JOIN pg_namespace sn ON sn.oid = sc.relnamespace
               JOIN pg_depend d ON d.classid = sc.tableoid AND d.objid = sc.oid AND d.objsubid = 0
                    AND d.refclassid = sc.tableoid AND d.deptype = 'i'
               LEFT JOIN pg_description x ON x.classoid = sc.tableoid AND x.objoid = sc.oid
            ) AS s ON s.refobjid = a.attrelid AND s.refobjsubid = a.attnum AND a.attidentity <> ''
  LEFT JOIN (VALUES (20::oid, -9223372036854775808, 9223372036854775807),
                    (23, -2147483648, 2147483647),
                    (21, -32768, 32767)) AS b (type, least, greatest) ON b.type = a.atttypid
 ORDER BY a.attrelid, a.attnum
