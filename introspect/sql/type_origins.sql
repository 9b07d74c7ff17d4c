-- Where types come from that a model does not declare: NULL of those that are PostgreSQL's or an
-- extension's, or come with another type, and of those that an extension may bring that is still to
-- come. (to_regtype takes no shell types.)
SELECT CASE WHEN t.oid IS NULL THEN
                 CASE WHEN $3::name[] <@ ARRAY(SELECT e.extname FROM pg_extension e) THEN 'nowhere' END
            WHEN t.oid < 16384 OR t.typtype = 'm'
              OR EXISTS (SELECT FROM pg_depend d
                          WHERE d.classid = t.tableoid AND d.objid = t.oid AND d.deptype = 'e') THEN NULL
            WHEN t.typtype IN ('b', 'p') THEN 'base type'
            ELSE 'database'
       END
  FROM unnest($1::name[], $2::name[]) WITH ORDINALITY AS asked (schema, name, place)
  LEFT JOIN LATERAL
       (SELECT x.tableoid, x.oid, x.typtype
          FROM pg_type x
          JOIN pg_namespace n ON n.oid = x.typnamespace
         WHERE x.typname = asked.name
           AND CASE asked.schema WHEN '' THEN pg_type_is_visible(x.oid) ELSE n.nspname = asked.schema END
       ) AS t ON true
 ORDER BY asked.place
