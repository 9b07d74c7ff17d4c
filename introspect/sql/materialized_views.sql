-- https://www.postgresql.org/docs/current/catalog-pg-class.html
-- One row for each column with settings of its own; for `later` see columns.sql.
SELECT c.tableoid AS _class, c.oid AS _oid, n.nspname AS _schema, c.relname AS name,
       btrim(pg_get_viewdef(c.oid), E'; \n') AS definition,
       CASE WHEN toast.reloptions IS NULL THEN c.reloptions
            ELSE c.reloptions || ARRAY(SELECT 'toast.' || o FROM unnest(toast.reloptions) o)
       END AS options,
       s.spcname AS tablespace,
       nullif(am.amname, 'heap') AS access_method,
       (SELECT array_agg(a.attname || '=' || d.description)
          FROM pg_description d
          JOIN pg_attribute a ON a.attrelid = d.objoid AND a.attnum = d.objsubid
         WHERE d.classoid = c.tableoid AND d.objoid = c.oid AND d.objsubid > 0) AS column_comments,
       x.attname AS "column_settings.column", x.statistics AS "column_settings.statistics",
       x.storage AS "column_settings.storage", x.compression AS "column_settings.compression",
       x.options AS "column_settings.options",
       NOT c.relispopulated AS with_no_data
  FROM pg_class c
  JOIN pg_namespace n ON n.oid = c.relnamespace
  LEFT JOIN pg_class toast ON toast.oid = c.reltoastrelid AND toast.reloptions IS NOT NULL
  LEFT JOIN pg_tablespace s ON s.oid = c.reltablespace
  LEFT JOIN pg_am am ON am.oid = c.relam
  LEFT JOIN (SELECT a.attrelid, a.attname, nullif(a.attstattarget, -1) AS statistics,
                    CASE WHEN a.attstorage <> t.typstorage THEN
                         CASE a.attstorage WHEN 'p' THEN 'plain' WHEN 'm' THEN 'main' WHEN 'e' THEN 'external'
                                           ELSE 'extended' END
                    END AS storage,
                    CASE a.attcompression WHEN 'p' THEN 'pglz' WHEN 'l' THEN 'lz4' END AS compression,
                    CASE WHEN cardinality(a.attoptions) > 1 OR NOT starts_with(a.attoptions[1], 'pg_') THEN
                         ARRAY(SELECT o FROM unnest(a.attoptions) AS o WHERE NOT starts_with(o, 'pg_'))
                    END AS options -- as in columns.sql
               FROM (SELECT ''::"char" AS attcompression) AS later
              CROSS JOIN LATERAL
                    (SELECT y.attrelid, y.attname, y.attstattarget, y.attstorage, attcompression, y.attoptions,
                            y.atttypid
                       FROM pg_attribute y
                      WHERE y.attnum > 0) AS a
               JOIN pg_type t ON t.oid = a.atttypid) AS x
         ON x.attrelid = c.oid AND num_nonnulls(x.statistics, x.storage, x.compression, x.options) > 0
 WHERE c.relkind = 'm'
   AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
   AND n.nspname = ANY (coalesce(nullif(current_setting('gen.schemas', true), '')::text[], ARRAY[n.nspname::text]))
   AND NOT EXISTS (SELECT FROM pg_depend e
                    WHERE e.classid = c.tableoid AND e.objid = c.oid AND e.deptype = 'e')
 ORDER BY c.oid, x.attname COLLATE "C"
