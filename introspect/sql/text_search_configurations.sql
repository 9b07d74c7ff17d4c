-- https://www.postgresql.org/docs/current/catalog-pg-ts-config.html
-- One row for each token type that has dictionaries.
SELECT o.tableoid AS _class, o.oid AS _oid, n.nspname AS _schema, o.cfgname AS name,
       nullif(pn.nspname, 'pg_catalog') AS parser_schema, p.prsname AS parser_name,
       m.token AS "mappings.token", m.dictionaries AS "mappings.dictionaries"
  FROM pg_ts_config o
  JOIN pg_namespace n ON n.oid = o.cfgnamespace
  JOIN pg_ts_parser p ON p.oid = o.cfgparser
  JOIN pg_namespace pn ON pn.oid = p.prsnamespace
  LEFT JOIN LATERAL
       (SELECT t.alias AS token,
               string_agg(CASE dn.nspname WHEN 'pg_catalog' THEN quote_ident(d.dictname)
                                          ELSE quote_ident(dn.nspname) || '.' || quote_ident(d.dictname) END,
                          ', ' ORDER BY x.mapseqno) AS dictionaries
          FROM pg_ts_config_map x
          JOIN ts_token_type(o.cfgparser) t ON t.tokid = x.maptokentype
          JOIN pg_ts_dict d ON d.oid = x.mapdict
          JOIN pg_namespace dn ON dn.oid = d.dictnamespace
         WHERE x.mapcfg = o.oid
         GROUP BY t.alias) AS m ON true
 WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
   AND n.nspname = ANY (coalesce(nullif(current_setting('gen.schemas', true), '')::text[], ARRAY[n.nspname::text]))
   AND NOT EXISTS (SELECT FROM pg_depend e
                    WHERE e.classid = o.tableoid AND e.objid = o.oid AND e.deptype = 'e')
 ORDER BY o.oid, m.token COLLATE "C"
