-- https://www.postgresql.org/docs/current/catalog-pg-class.html
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
       NOT c.relispopulated AS with_no_data
  FROM pg_class c
  JOIN pg_namespace n ON n.oid = c.relnamespace
  LEFT JOIN pg_class toast ON toast.oid = c.reltoastrelid AND toast.reloptions IS NOT NULL
  LEFT JOIN pg_tablespace s ON s.oid = c.reltablespace
  LEFT JOIN pg_am am ON am.oid = c.relam
 WHERE c.relkind = 'm'
   AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
   AND n.nspname = ANY (coalesce(nullif(current_setting('gen.schemas', true), '')::text[], ARRAY[n.nspname::text]))
   AND NOT EXISTS (SELECT FROM pg_depend e
                    WHERE e.classid = c.tableoid AND e.objid = c.oid AND e.deptype = 'e')
