-- https://www.postgresql.org/docs/current/catalog-pg-cast.html
-- Those below the first normal OID are PostgreSQL's own; those of a range to its multirange come with it.
SELECT o.tableoid AS _class, o.oid AS _oid,
       format_type(o.castsource, NULL) || ' AS ' || format_type(o.casttarget, NULL) AS name,
       format_type(o.castsource, NULL) AS source, format_type(o.casttarget, NULL) AS target,
       nullif(fn.nspname, 'pg_catalog') AS function_schema, f.proname AS function_name,
       CASE WHEN f.pronargs > 1 OR f.proargtypes[0] <> o.castsource THEN
            array_to_string(ARRAY(SELECT format_type(t.type, NULL)
                                    FROM unnest(f.proargtypes) WITH ORDINALITY AS t (type, n)
                                   ORDER BY t.n), ', ')
       END AS arguments,
       o.castmethod = 'i' AS inout,
       CASE o.castcontext WHEN 'a' THEN 'assignment' WHEN 'i' THEN 'implicit' END AS context
  FROM pg_cast o
  LEFT JOIN pg_proc f ON f.oid = o.castfunc
  LEFT JOIN pg_namespace fn ON fn.oid = f.pronamespace
 WHERE o.oid >= 16384
   AND NOT EXISTS (SELECT FROM pg_depend e
                    WHERE e.classid = o.tableoid AND e.objid = o.oid AND e.deptype IN ('e', 'i'))
 ORDER BY o.oid
