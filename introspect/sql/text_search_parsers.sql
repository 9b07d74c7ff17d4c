-- https://www.postgresql.org/docs/current/catalog-pg-ts-parser.html
SELECT o.tableoid AS _class, o.oid AS _oid, n.nspname AS _schema, o.prsname AS name,
       nullif(sn.nspname, 'pg_catalog') AS start_schema, s.proname AS start_name,
       nullif(tn.nspname, 'pg_catalog') AS gettoken_schema, t.proname AS gettoken_name,
       nullif(xn.nspname, 'pg_catalog') AS end_schema, x.proname AS end_name,
       nullif(ln.nspname, 'pg_catalog') AS lextypes_schema, l.proname AS lextypes_name,
       nullif(hn.nspname, 'pg_catalog') AS headline_schema, h.proname AS headline_name
  FROM pg_ts_parser o
  JOIN pg_namespace n ON n.oid = o.prsnamespace
  LEFT JOIN pg_proc s ON s.oid = o.prsstart
  LEFT JOIN pg_namespace sn ON sn.oid = s.pronamespace
  LEFT JOIN pg_proc t ON t.oid = o.prstoken
  LEFT JOIN pg_namespace tn ON tn.oid = t.pronamespace
  LEFT JOIN pg_proc x ON x.oid = o.prsend
  LEFT JOIN pg_namespace xn ON xn.oid = x.pronamespace
  LEFT JOIN pg_proc l ON l.oid = o.prslextype
  LEFT JOIN pg_namespace ln ON ln.oid = l.pronamespace
  LEFT JOIN pg_proc h ON h.oid = o.prsheadline
  LEFT JOIN pg_namespace hn ON hn.oid = h.pronamespace
 WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
   AND n.nspname = ANY (coalesce(nullif(current_setting('gen.schemas', true), '')::text[], ARRAY[n.nspname::text]))
   AND NOT EXISTS (SELECT FROM pg_depend e
                    WHERE e.classid = o.tableoid AND e.objid = o.oid AND e.deptype = 'e')
 ORDER BY o.oid
