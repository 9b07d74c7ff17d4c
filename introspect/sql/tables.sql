-- https://www.postgresql.org/docs/current/catalog-pg-class.html
-- One row for each table that it inherits from.
SELECT c.tableoid AS _class, c.oid AS _oid, n.nspname AS _schema, c.relname AS name,
       c.relpersistence = 'u' AS unlogged,
       CASE WHEN toast.reloptions IS NULL THEN c.reloptions
            ELSE c.reloptions || ARRAY(SELECT 'toast.' || o FROM unnest(toast.reloptions) o)
       END AS options,
       s.spcname AS tablespace,
       nullif(am.amname, 'heap') AS access_method,
       fs.srvname AS server, ft.ftoptions AS fdw_options,
       CASE c.relkind WHEN 'p' THEN pg_get_partkeydef(c.oid) END AS partition_by,
       CASE WHEN c.relispartition THEN i.schema END AS partition_of_schema,
       CASE WHEN c.relispartition THEN i.name END AS partition_of_name,
       pg_get_expr(c.relpartbound, c.oid) AS values,
       CASE WHEN NOT c.relispartition THEN i.schema END AS "inherits.table_schema",
       CASE WHEN NOT c.relispartition THEN i.name END AS "inherits.table_name",
       CASE CASE WHEN c.relkind <> 'f' THEN c.relreplident END WHEN 'f' THEN 'full' WHEN 'n' THEN 'nothing' WHEN 'i' THEN 'index'
       END AS replica_identity,
       ri.relname AS replica_identity_index,
       CASE WHEN c.relforcerowsecurity THEN CASE WHEN c.relrowsecurity THEN 'forced' ELSE 'forced off' END
            WHEN c.relrowsecurity THEN 'enabled'
       END AS row_security
  FROM pg_class c
  JOIN pg_namespace n ON n.oid = c.relnamespace
  LEFT JOIN pg_class toast ON toast.oid = c.reltoastrelid AND toast.reloptions IS NOT NULL
  LEFT JOIN pg_tablespace s ON s.oid = c.reltablespace
  LEFT JOIN pg_am am ON am.oid = c.relam
  LEFT JOIN pg_foreign_table ft ON ft.ftrelid = c.oid
  LEFT JOIN pg_foreign_server fs ON fs.oid = ft.ftserver
  LEFT JOIN (SELECT i.inhrelid, i.inhseqno, pn.nspname AS schema, p.relname AS name
               FROM pg_inherits i
               JOIN pg_class p ON p.oid = i.inhparent AND p.relkind IN ('r', 'p', 'f')
               JOIN pg_namespace pn ON pn.oid = p.relnamespace) AS i ON i.inhrelid = c.oid
  LEFT JOIN (SELECT x.indrelid, xc.relname
               FROM pg_index x
               JOIN pg_class xc ON xc.oid = x.indexrelid
              WHERE x.indisreplident) ri ON ri.indrelid = c.oid AND c.relreplident = 'i'
 WHERE c.relkind IN ('r', 'p', 'f') AND c.relpersistence <> 't'
   AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
   AND n.nspname = ANY (coalesce(nullif(current_setting('gen.schemas', true), '')::text[], ARRAY[n.nspname::text]))
   AND n.nspname || '.' || c.relname
       <> ALL (coalesce(nullif(current_setting('gen.own_tables', true), '')::text[], '{}'))
   AND NOT EXISTS (SELECT FROM pg_depend e
                    WHERE e.classid = c.tableoid AND e.objid = c.oid AND e.deptype = 'e')
 ORDER BY c.oid, i.inhseqno
