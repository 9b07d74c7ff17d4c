-- What observe.h watches: relations with their file node, how often this transaction has scanned
-- them whole, and the rank of the strongest lock that this session holds (https://www.postgresql.org/docs/current/explicit-locking.html).
-- A relation that this transaction has dropped shows by its lock alone.
WITH held AS (
    SELECT l.relation, max(m.rank) AS rank
      FROM pg_locks l
      JOIN (VALUES ('AccessShareLock', 1), ('RowShareLock', 2), ('RowExclusiveLock', 3),
                   ('ShareUpdateExclusiveLock', 4), ('ShareLock', 5), ('ShareRowExclusiveLock', 6),
                   ('ExclusiveLock', 7), ('AccessExclusiveLock', 8)) AS m (mode, rank) USING (mode)
     WHERE l.locktype = 'relation' AND l.granted AND l.pid = pg_backend_pid()
     GROUP BY l.relation
)
SELECT c.oid, n.nspname, c.relname, c.relfilenode, pg_stat_get_xact_numscans(c.oid) AS scans, h.rank
  FROM pg_class c
  JOIN pg_namespace n ON n.oid = c.relnamespace
  LEFT JOIN held h ON h.relation = c.oid
 WHERE c.relkind IN ('r', 'p', 'm', 'f', 'v') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
UNION ALL
SELECT h.relation, NULL, NULL, NULL, NULL, h.rank
  FROM held h
 WHERE NOT EXISTS (SELECT FROM pg_class c WHERE c.oid = h.relation)
