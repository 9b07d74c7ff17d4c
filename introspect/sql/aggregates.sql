-- https://www.postgresql.org/docs/current/catalog-pg-aggregate.html
-- One row for each argument.
SELECT p.tableoid AS _class, p.oid AS _oid, n.nspname AS _schema, p.proname AS name,
       array_to_string(ARRAY(SELECT format_type(t.type, NULL)
                               FROM unnest(p.proargtypes) WITH ORDINALITY AS t (type, n)
                              ORDER BY t.n), ', ') AS _arguments,
       x.name AS "arguments.name",
       x.type AS "arguments.type",
       x.mode AS "arguments.mode",
       x."default" AS "arguments.default",
       CASE g.aggkind WHEN 'o' THEN 'ordered set' WHEN 'h' THEN 'hypothetical' END AS aggregate_kind,
       CASE WHEN g.aggkind <> 'n' THEN g.aggnumdirectargs END AS direct_arguments,
       nullif(sfn.nspname, 'pg_catalog') AS state_function_schema, sf.proname AS state_function_name,
       format_type(g.aggtranstype, NULL) AS state_type,
       nullif(g.aggtransspace, 0) AS state_size,
       nullif(ffn.nspname, 'pg_catalog') AS final_function_schema, ff.proname AS final_function_name,
       g.aggfinalextra AS final_extra,
       CASE WHEN g.aggfinalmodify <> CASE g.aggkind WHEN 'n' THEN 'r' ELSE 'w' END THEN
            CASE g.aggfinalmodify WHEN 'r' THEN 'read only' WHEN 's' THEN 'shareable' ELSE 'read write' END
       END AS final_modify,
       nullif(cfn.nspname, 'pg_catalog') AS combine_function_schema, cf.proname AS combine_function_name,
       nullif(rfn.nspname, 'pg_catalog') AS serial_function_schema, rf.proname AS serial_function_name,
       nullif(dfn.nspname, 'pg_catalog') AS deserial_function_schema, df.proname AS deserial_function_name,
       g.agginitval AS initial,
       nullif(msn.nspname, 'pg_catalog') AS moving_state_function_schema, ms.proname AS moving_state_function_name,
       nullif(min.nspname, 'pg_catalog') AS moving_inverse_function_schema, mi.proname AS moving_inverse_function_name,
       CASE WHEN g.aggmtranstype <> 0 THEN format_type(g.aggmtranstype, NULL) END AS moving_state_type,
       nullif(g.aggmtransspace, 0) AS moving_state_size,
       nullif(mfn.nspname, 'pg_catalog') AS moving_final_function_schema, mf.proname AS moving_final_function_name,
       g.aggmfinalextra AS moving_final_extra,
       CASE WHEN g.aggmfinalmodify <> CASE g.aggkind WHEN 'n' THEN 'r' ELSE 'w' END THEN
            CASE g.aggmfinalmodify WHEN 'r' THEN 'read only' WHEN 's' THEN 'shareable' ELSE 'read write' END
       END AS moving_final_modify,
       g.aggminitval AS moving_initial,
       CASE WHEN opn.nspname = 'pg_catalog' THEN o.oprname
            ELSE 'OPERATOR(' || quote_ident(opn.nspname) || '.' || o.oprname || ')'
       END AS sort_operator,
       CASE p.proparallel WHEN 'r' THEN 'restricted' WHEN 's' THEN 'safe' END AS parallel
  FROM pg_aggregate g
  JOIN pg_proc p ON p.oid = g.aggfnoid
  JOIN pg_namespace n ON n.oid = p.pronamespace
  LEFT JOIN pg_proc sf ON sf.oid = g.aggtransfn AND g.aggtransfn <> 0
  LEFT JOIN pg_namespace sfn ON sfn.oid = sf.pronamespace
  LEFT JOIN pg_proc ff ON ff.oid = g.aggfinalfn AND g.aggfinalfn <> 0
  LEFT JOIN pg_namespace ffn ON ffn.oid = ff.pronamespace
  LEFT JOIN pg_proc cf ON cf.oid = g.aggcombinefn AND g.aggcombinefn <> 0
  LEFT JOIN pg_namespace cfn ON cfn.oid = cf.pronamespace
  LEFT JOIN pg_proc rf ON rf.oid = g.aggserialfn AND g.aggserialfn <> 0
  LEFT JOIN pg_namespace rfn ON rfn.oid = rf.pronamespace
  LEFT JOIN pg_proc df ON df.oid = g.aggdeserialfn AND g.aggdeserialfn <> 0
  LEFT JOIN pg_namespace dfn ON dfn.oid = df.pronamespace
  LEFT JOIN pg_proc ms ON ms.oid = g.aggmtransfn AND g.aggmtransfn <> 0
  LEFT JOIN pg_namespace msn ON msn.oid = ms.pronamespace
  LEFT JOIN pg_proc mi ON mi.oid = g.aggminvtransfn AND g.aggminvtransfn <> 0
  LEFT JOIN pg_namespace min ON min.oid = mi.pronamespace
  LEFT JOIN pg_proc mf ON mf.oid = g.aggmfinalfn AND g.aggmfinalfn <> 0
  LEFT JOIN pg_namespace mfn ON mfn.oid = mf.pronamespace
  LEFT JOIN pg_operator o ON o.oid = g.aggsortop AND g.aggsortop <> 0
  LEFT JOIN pg_namespace opn ON opn.oid = o.oprnamespace
  LEFT JOIN LATERAL
       (SELECT a.n, nullif(p.proargnames[a.n], '') AS name, format_type(a.type, NULL) AS type,
               CASE p.proargmodes[a.n] WHEN 'o' THEN 'out' WHEN 'b' THEN 'inout' WHEN 'v' THEN 'variadic'
                                       WHEN 't' THEN 'table' END AS mode,
               CASE WHEN p.pronargdefaults > 0 THEN pg_get_function_arg_default(p.oid, a.n::integer)
               END AS "default"
          FROM unnest(coalesce(p.proallargtypes, p.proargtypes::oid[])) WITH ORDINALITY AS a (type, n)
       ) AS x ON true
 WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
   AND n.nspname = ANY (coalesce(nullif(current_setting('gen.schemas', true), '')::text[], ARRAY[n.nspname::text]))
   AND NOT EXISTS (SELECT FROM pg_depend e
                    WHERE e.classid = p.tableoid AND e.objid = p.oid AND e.deptype IN ('e', 'i'))
 ORDER BY p.oid, x.n
