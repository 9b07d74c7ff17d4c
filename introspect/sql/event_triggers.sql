-- https://www.postgresql.org/docs/current/catalog-pg-event-trigger.html
SELECT e.tableoid AS _class, e.oid AS _oid, e.evtname AS name,
       nullif(e.evtevent, 'ddl_command_start') AS event,
       ARRAY(SELECT t FROM unnest(e.evttags) AS t ORDER BY t COLLATE "C") AS tags,
       nullif(n.nspname, 'pg_catalog') AS function_schema, f.proname AS function_name,
       CASE e.evtenabled WHEN 'D' THEN 'disabled' WHEN 'R' THEN 'replica' WHEN 'A' THEN 'always' END AS state
  FROM pg_event_trigger e
  JOIN pg_proc f ON f.oid = e.evtfoid
  JOIN pg_namespace n ON n.oid = f.pronamespace
 WHERE NOT EXISTS (SELECT FROM pg_depend d
                    WHERE d.classid = e.tableoid AND d.objid = e.oid AND d.deptype = 'e')
