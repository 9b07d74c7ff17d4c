-- https://www.postgresql.org/docs/current/catalog-pg-class.html
-- One row for each column that has a default.
SELECT c.tableoid AS _class, c.oid AS _oid, n.nspname AS _schema, c.relname AS name,
       btrim(pg_get_viewdef(c.oid), E'; \n') AS definition,
       c.reloptions AS options,
       da.attname AS "column_defaults.column", pg_get_expr(df.adbin, df.adrelid) AS "column_defaults.default",
       (SELECT array_agg(a.attname || '=' || d.description)
          FROM pg_description d
          JOIN pg_attribute a ON a.attrelid = d.objoid AND a.attnum = d.objsubid
         WHERE d.classoid = c.tableoid AND d.objoid = c.oid AND d.objsubid > 0) AS column_comments,
       (SELECT array_agg(quote_ident(a.attname) || ' ' || format_type(a.atttypid, a.atttypmod)
                         || coalesce(' COLLATE ' || nullif(a.attcollation, t.typcollation)::text, '')
                         ORDER BY a.attnum)
          FROM pg_attribute a
          JOIN pg_type t ON t.oid = a.atttypid
         WHERE a.attrelid = c.oid AND a.attnum > 0) AS row_type
  FROM pg_class c
  JOIN pg_namespace n ON n.oid = c.relnamespace
  LEFT JOIN pg_attrdef df ON df.adrelid = c.oid
  LEFT JOIN pg_attribute da ON da.attrelid = df.adrelid AND da.attnum = df.adnum
 WHERE c.relkind = 'v' AND c.relpersistence <> 't'
   AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
   AND n.nspname = ANY (coalesce(nullif(current_setting('gen.schemas', true), '')::text[], ARRAY[n.nspname::text]))
   AND NOT EXISTS (SELECT FROM pg_depend e
                    WHERE e.classid = c.tableoid AND e.objid = c.oid AND e.deptype = 'e')
 ORDER BY c.oid, da.attname COLLATE "C"
