-- https://www.postgresql.org/docs/current/catalog-pg-collation.html
-- For `later` see columns.sql: an ICU locale is in collcollate before 15, in colliculocale up to 16, and
-- in colllocale since 17.
SELECT o._class, o.oid AS _oid, o.nspname AS _schema, o.collname AS name,
       CASE o.collprovider WHEN 'i' THEN 'icu' WHEN 'b' THEN 'builtin' END AS provider,
       coalesce(o.colllocale, o.colliculocale, CASE WHEN o.collcollate = o.collctype THEN o.collcollate END) AS locale,
       CASE WHEN o.collcollate <> o.collctype THEN o.collcollate END AS lc_collate,
       CASE WHEN o.collcollate <> o.collctype THEN o.collctype END AS lc_ctype,
       NOT o.collisdeterministic AS nondeterministic,
       o.collicurules AS rules,
       -- DefineCollation's choice is none
       CASE WHEN o.collencoding <> CASE WHEN o.collprovider = 'c' THEN d.encoding
                                        WHEN o.collprovider = 'b' AND o.colllocale <> 'C' THEN pg_char_to_encoding('UTF8')
                                        ELSE -1 END
            THEN coalesce(nullif(pg_encoding_to_char(o.collencoding), ''), 'any') END AS encoding
  FROM (SELECT NULL::text AS colllocale, NULL::text AS colliculocale, NULL::text AS collicurules) AS later
 CROSS JOIN LATERAL
       (SELECT x.tableoid AS _class, x.oid, n.nspname, x.collname, x.collprovider, x.collcollate, x.collctype,
               x.collisdeterministic, x.collencoding, colllocale, colliculocale, collicurules
          FROM pg_collation x
          JOIN pg_namespace n ON n.oid = x.collnamespace
         WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
           AND n.nspname = ANY (coalesce(nullif(current_setting('gen.schemas', true), '')::text[], ARRAY[n.nspname::text]))
           AND NOT EXISTS (SELECT FROM pg_depend e
                    WHERE e.classid = x.tableoid AND e.objid = x.oid AND e.deptype = 'e')) AS o
  JOIN pg_database d ON d.datname = current_database()
 ORDER BY o.oid
