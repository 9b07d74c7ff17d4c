-- Objects of kinds that have no query of their own: what, schema, name, and the relation that it
-- hangs on. A branch goes when its kind gets a query; rows of such kinds are passed over.
WITH n AS (
    SELECT n.oid, n.nspname
      FROM pg_namespace n
     WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
       AND n.nspname = ANY (coalesce(nullif(current_setting('gen.schemas', true), '')::text[], ARRAY[n.nspname::text]))
), found (class, oid, what, schema, name, relation) AS (
    SELECT c.tableoid, c.oid, 'typed table', n.nspname, c.relname::text, c.oid
      FROM pg_class c JOIN n ON n.oid = c.relnamespace
     WHERE c.relkind IN ('r', 'p') AND c.reloftype <> 0
    UNION ALL
    SELECT t.tableoid, t.oid, CASE WHEN t.typisdefined THEN 'base type' ELSE 'shell type' END, n.nspname,
           t.typname, NULL
      FROM pg_type t JOIN n ON n.oid = t.typnamespace
     WHERE t.typtype IN ('b', 'p') AND NOT EXISTS (SELECT FROM pg_type e WHERE e.typarray = t.oid)
    UNION ALL
    SELECT o.tableoid, o.oid, 'operator', n.nspname, o.oid::regoperator::text, NULL
      FROM pg_operator o JOIN n ON n.oid = o.oprnamespace
    UNION ALL
    SELECT o.tableoid, o.oid, 'operator class', n.nspname, o.opcname, NULL
      FROM pg_opclass o JOIN n ON n.oid = o.opcnamespace
    UNION ALL
    SELECT o.tableoid, o.oid, 'operator family', n.nspname, o.opfname, NULL
      FROM pg_opfamily o JOIN n ON n.oid = o.opfnamespace
    UNION ALL
    SELECT o.tableoid, o.oid, 'collation', n.nspname, o.collname, NULL
      FROM pg_collation o JOIN n ON n.oid = o.collnamespace
    UNION ALL
    SELECT o.tableoid, o.oid, 'conversion', n.nspname, o.conname, NULL
      FROM pg_conversion o JOIN n ON n.oid = o.connamespace
    UNION ALL
    SELECT o.tableoid, o.oid, 'text search configuration', n.nspname, o.cfgname, NULL
      FROM pg_ts_config o JOIN n ON n.oid = o.cfgnamespace
    UNION ALL
    SELECT o.tableoid, o.oid, 'text search dictionary', n.nspname, o.dictname, NULL
      FROM pg_ts_dict o JOIN n ON n.oid = o.dictnamespace
    UNION ALL
    SELECT o.tableoid, o.oid, 'text search parser', n.nspname, o.prsname, NULL
      FROM pg_ts_parser o JOIN n ON n.oid = o.prsnamespace
    UNION ALL
    SELECT o.tableoid, o.oid, 'text search template', n.nspname, o.tmplname, NULL
      FROM pg_ts_template o JOIN n ON n.oid = o.tmplnamespace
    UNION ALL
    SELECT o.tableoid, o.oid, 'cast', NULL,
           format_type(o.castsource, NULL) || ' AS ' || format_type(o.casttarget, NULL), NULL
      FROM pg_cast o WHERE o.oid >= 16384
    UNION ALL
    SELECT o.tableoid, o.oid, 'transform', NULL, format_type(o.trftype, NULL), NULL
      FROM pg_transform o
    UNION ALL
    SELECT o.tableoid, o.oid, 'language', NULL, o.lanname, NULL
      FROM pg_language o WHERE o.oid >= 16384
    UNION ALL
    SELECT o.tableoid, o.oid, 'access method', NULL, o.amname, NULL
      FROM pg_am o WHERE o.oid >= 16384
    UNION ALL
    SELECT 'pg_user_mapping'::regclass, o.umid, 'secret of a user mapping', NULL,
           split_part(s, '=', 1) || ' of ' || o.usename || ' ON ' || o.srvname, NULL
      FROM pg_user_mappings o, unnest(o.umoptions) s
     WHERE split_part(s, '=', 1) ~* 'pass(word|wd|code|phrase)|secret|token|private_?key'
)
SELECT f.what, f.schema, f.name, rn.nspname AS relation_schema, r.relname AS relation_name
  FROM found f
  LEFT JOIN pg_class r ON r.oid = f.relation
  LEFT JOIN pg_namespace rn ON rn.oid = r.relnamespace
 WHERE NOT EXISTS (SELECT FROM pg_depend e
                    WHERE e.classid = f.class AND e.objid = f.oid AND e.deptype = 'e')
 ORDER BY f.what, f.schema, r.relname, f.name
