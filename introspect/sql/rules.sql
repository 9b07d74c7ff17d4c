-- https://www.postgresql.org/docs/current/catalog-pg-rewrite.html
-- Without those that are a view's query.
SELECT r.tableoid AS _class, r.oid AS _oid, r.ev_class AS _parent, r.rulename AS name,
       rtrim(regexp_replace(pg_get_ruledef(r.oid), '^CREATE RULE .*? AS\s+ON ', 'ON '), E'; \n') AS definition,
       CASE r.ev_enabled WHEN 'D' THEN 'disabled' WHEN 'R' THEN 'replica' WHEN 'A' THEN 'always' END AS state
  FROM pg_rewrite r
  JOIN pg_class c ON c.oid = r.ev_class
  JOIN pg_namespace n ON n.oid = c.relnamespace
 WHERE NOT (r.rulename = '_RETURN' AND c.relkind IN ('v', 'm'))
   AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
   AND n.nspname = ANY (coalesce(nullif(current_setting('gen.schemas', true), '')::text[], ARRAY[n.nspname::text]))
   AND NOT EXISTS (SELECT FROM pg_depend e
                    WHERE e.classid = r.tableoid AND e.objid = r.oid AND e.deptype = 'e')
 ORDER BY r.ev_class, r.rulename
