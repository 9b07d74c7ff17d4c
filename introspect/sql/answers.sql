-- What temporary objects are made of, as PostgreSQL prints it: what, relation, name, text.
SELECT 'type', c.relname, a.attname, format_type(a.atttypid, a.atttypmod)
  FROM pg_class c
  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
 WHERE c.relnamespace = pg_my_temp_schema() AND c.relkind = 'p'
UNION ALL
SELECT CASE a.attgenerated WHEN '' THEN 'default' ELSE 'generated' END, c.relname, a.attname,
       pg_get_expr(d.adbin, CASE a.attgenerated WHEN '' THEN 0 ELSE d.adrelid END)
  FROM pg_class c
  JOIN pg_attrdef d ON d.adrelid = c.oid
  JOIN pg_attribute a ON a.attrelid = d.adrelid AND a.attnum = d.adnum
 WHERE c.relnamespace = pg_my_temp_schema() AND c.relkind = 'p'
UNION ALL
SELECT 'check', c.relname, con.conname, pg_get_expr(con.conbin, con.conrelid)
  FROM pg_constraint con
  LEFT JOIN pg_class c ON c.oid = con.conrelid
 WHERE con.connamespace = pg_my_temp_schema() AND con.contype = 'c'
UNION ALL
SELECT 'partition key', c.relname, NULL, pg_get_partkeydef(c.oid)
  FROM pg_class c
 WHERE c.relnamespace = pg_my_temp_schema() AND c.relkind = 'p'
UNION ALL
SELECT 'bound', c.relname, NULL, pg_get_expr(c.relpartbound, c.oid)
  FROM pg_class c
 WHERE c.relnamespace = pg_my_temp_schema() AND c.relispartition
UNION ALL
SELECT 'query', c.relname, NULL, btrim(pg_get_viewdef(c.oid), E'; \n')
  FROM pg_class c
 WHERE c.relnamespace = pg_my_temp_schema() AND c.relkind = 'v'
UNION ALL
SELECT 'policy', c.relname, p.polname, pg_get_expr(p.polqual, p.polrelid)
  FROM pg_policy p
  JOIN pg_class c ON c.oid = p.polrelid
 WHERE c.relnamespace = pg_my_temp_schema()
UNION ALL
SELECT 'trigger', c.relname, t.tgname,
       substring(pg_get_triggerdef(t.oid) FROM ' WHEN \((.*)\) EXECUTE (?:FUNCTION|PROCEDURE) ')
  FROM pg_trigger t
  JOIN pg_class c ON c.oid = t.tgrelid
 WHERE c.relnamespace = pg_my_temp_schema() AND NOT t.tgisinternal
UNION ALL
SELECT 'row type', c.relname, NULL,
       (SELECT string_agg(quote_ident(a.attname) || ' ' || format_type(a.atttypid, a.atttypmod)
                          || coalesce(' COLLATE ' || nullif(a.attcollation, t.typcollation)::text, ''),
                          E'\n' ORDER BY a.attnum)
          FROM pg_attribute a
          JOIN pg_type t ON t.oid = a.atttypid
         WHERE a.attrelid = c.oid AND a.attnum > 0)
  FROM pg_class c
 WHERE c.relnamespace = pg_my_temp_schema() AND c.relkind = 'v'
