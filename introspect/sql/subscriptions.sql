-- https://www.postgresql.org/docs/current/catalog-pg-subscription.html
-- Only superusers may read how a subscription connects, so that this is asked for in a query of its
-- own, for those who may. For `later` see columns.sql.
SELECT s._class, s.oid AS _oid, s.subname AS name,
       regexp_replace(regexp_replace(convert_from(decode(c.text, 'base64'), 'UTF8'),
                                     '\s*\mpassword\s*=\s*(''([^''\\]|\\.)*''|\S*)', '', 'g'),
                      '^([a-z]+://[^:/@]*):[^@/]*@', '\1@') AS connection,
       ARRAY(SELECT p FROM unnest(s.subpublications) p ORDER BY p COLLATE "C") AS publications,
       s.subenabled AS enabled,
       CASE WHEN s.subslotname IS NULL THEN 'none'
            WHEN s.subslotname::text <> s.subname::text THEN s.subslotname::text
       END AS slot_name,
       s.subbinary AS "binary",
       CASE s.substream::text WHEN 't' THEN 'on' WHEN 'true' THEN 'on' WHEN 'p' THEN 'parallel' END AS streaming,
       nullif(s.subsynccommit, 'off') AS synchronous_commit,
       s.subtwophasestate <> 'd' AS two_phase,
       s.subdisableonerr AS disable_on_error,
       nullif(s.suborigin, 'any') AS origin,
       s.subrunasowner AS run_as_owner,
       CASE WHEN NOT s.subpasswordrequired THEN 'false' END AS password_required,
       s.subfailover AS failover
  FROM (SELECT false AS subbinary, false AS substream, 'd'::"char" AS subtwophasestate, false AS subdisableonerr,
               'any' AS suborigin, false AS subrunasowner, true AS subpasswordrequired, false AS subfailover) AS later
 CROSS JOIN LATERAL
       (SELECT 'pg_subscription'::regclass::oid AS _class, x.oid, x.subname, x.subpublications, x.subenabled, x.subslotname, subbinary,
               substream, x.subsynccommit, subtwophasestate, subdisableonerr, suborigin, subrunasowner,
               subpasswordrequired, subfailover
          FROM pg_subscription x
         WHERE x.subdbid = (SELECT d.oid FROM pg_database d WHERE d.datname = current_database())) AS s
  LEFT JOIN LATERAL
       (SELECT substring(query_to_xml('SELECT encode(convert_to(subconninfo, ''UTF8''), ''base64'') AS c'
                                      ' FROM pg_catalog.pg_subscription WHERE oid = ' || s.oid,
                                      false, true, '')::text from '<c>([^<]*)</c>') AS text) AS c
    ON has_column_privilege('pg_subscription', 'subconninfo', 'SELECT')
 ORDER BY s.oid
