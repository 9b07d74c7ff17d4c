-- https://www.postgresql.org/docs/current/catalog-pg-constraint.html
-- Of tables and of domains. For `later` see columns.sql.
SELECT con._class, con.oid AS _oid, con._parent_class, con._parent, con.conname AS name,
       pg_get_expr(con.conbin, con.conrelid) AS expression,
       con.connoinherit AS no_inherit,
       con.conenforced AND NOT con.convalidated AS not_valid,
       NOT con.conenforced AS not_enforced,
       NOT con.conislocal AS inherited
  FROM (SELECT true AS conenforced) AS later
 CROSS JOIN LATERAL
       (SELECT c.tableoid AS _class, c.oid, c.conrelid, c.conname, c.conbin, c.connoinherit, c.conislocal,
               c.convalidated, conenforced,
               CASE c.conrelid WHEN 0 THEN 'pg_type'::regclass::oid ELSE 'pg_class'::regclass::oid END AS _parent_class,
               CASE c.conrelid WHEN 0 THEN c.contypid ELSE c.conrelid END AS _parent
          FROM pg_constraint c
          JOIN pg_namespace n ON n.oid = c.connamespace
         WHERE c.contype = 'c'
           AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
           AND n.nspname = ANY (coalesce(nullif(current_setting('gen.schemas', true), '')::text[], ARRAY[n.nspname::text]))
       ) AS con
 ORDER BY con._parent, con.conname
