-- https://www.postgresql.org/docs/current/catalog-pg-proc.html
-- Functions and procedures, one row for each argument. Those that a range type makes for itself are
-- not listed. The function that would print the body in standard SQL alone is not in PostgreSQL 13.
-- For `later` see columns.sql.
SELECT CASE p.prokind WHEN 'p' THEN 'procedures' ELSE 'functions' END AS _kind,
       p._class, p.oid AS _oid, n.nspname AS _schema, p.proname AS name,
       array_to_string(ARRAY(SELECT format_type(t.type, NULL)
                               FROM unnest(p.proargtypes) WITH ORDINALITY AS t (type, n)
                              ORDER BY t.n), ', ') AS _arguments,
       x.name AS "arguments.name",
       x.type AS "arguments.type",
       x.mode AS "arguments.mode",
       x."default" AS "arguments.default",
       CASE WHEN p.prokind <> 'p' AND NOT coalesce(p.proargmodes && '{o,b,t}', false) THEN
            format_type(p.prorettype, NULL)
       END AS returns,
       p.proretset AND NOT coalesce('t' = ANY (p.proargmodes), false) AS returns_set,
       p.prokind = 'w' AS "window",
       CASE p.provolatile WHEN 's' THEN 'stable' WHEN 'i' THEN 'immutable' END AS volatility,
       p.proisstrict AS strict,
       p.proleakproof AS leakproof,
       CASE p.proparallel WHEN 'r' THEN 'restricted' WHEN 's' THEN 'safe' END AS parallel,
       nullif(p.procost, CASE WHEN l.lanname IN ('internal', 'c') THEN 1 ELSE 100 END) AS cost,
       CASE WHEN p.proretset THEN nullif(p.prorows, 1000) END AS rows,
       nullif(sn.nspname, 'pg_catalog') AS support_schema, s.proname AS support_name,
       nullif(l.lanname, 'sql') AS language,
       p.prosecdef AS security_definer,
       p.proconfig AS settings,
       ARRAY(SELECT format_type(t.type, NULL)
               FROM unnest(p.protrftypes) WITH ORDINALITY AS t (type, n)
              ORDER BY t.n) AS transforms,
       p.probin AS object_file,
       CASE WHEN NOT p.standard THEN p.prosrc END AS body,
       CASE WHEN p.standard THEN
            btrim(regexp_replace(pg_get_functiondef(p.oid), '^.*?\n(BEGIN ATOMIC\n|RETURN )', '\1'), E' \n')
       END AS sql_body
  FROM (SELECT NULL::pg_node_tree AS prosqlbody) AS later
 CROSS JOIN LATERAL
       (SELECT p.tableoid AS _class, p.oid, p.pronamespace, p.proname, p.prolang, p.procost, p.prorows, p.prosupport,
               p.prokind, p.prosecdef, p.proleakproof, p.proisstrict, p.proretset, p.provolatile, p.proparallel,
               p.pronargdefaults, p.prorettype, p.proargtypes, p.proallargtypes, p.proargmodes, p.proargnames,
               p.protrftypes, p.prosrc, p.probin, p.proconfig, prosqlbody IS NOT NULL AS standard
          FROM pg_proc p) AS p
  JOIN pg_namespace n ON n.oid = p.pronamespace
  JOIN pg_language l ON l.oid = p.prolang
  LEFT JOIN pg_proc s ON s.oid = p.prosupport AND p.prosupport <> 0
  LEFT JOIN pg_namespace sn ON sn.oid = s.pronamespace
  LEFT JOIN LATERAL
       (SELECT a.n, nullif(p.proargnames[a.n], '') AS name, format_type(a.type, NULL) AS type,
               CASE p.proargmodes[a.n] WHEN 'o' THEN 'out' WHEN 'b' THEN 'inout' WHEN 'v' THEN 'variadic'
                                       WHEN 't' THEN 'table' END AS mode,
               CASE WHEN p.pronargdefaults > 0 THEN pg_get_function_arg_default(p.oid, a.n::integer)
               END AS "default"
          FROM unnest(coalesce(p.proallargtypes, p.proargtypes::oid[])) WITH ORDINALITY AS a (type, n)
       ) AS x ON true
 WHERE p.prokind IN ('f', 'w', 'p')
   AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
   AND n.nspname = ANY (coalesce(nullif(current_setting('gen.schemas', true), '')::text[], ARRAY[n.nspname::text]))
   AND NOT EXISTS (SELECT FROM pg_depend e
                    WHERE e.classid = p._class AND e.objid = p.oid AND e.deptype IN ('e', 'i'))
 ORDER BY _kind, p.oid, x.n
