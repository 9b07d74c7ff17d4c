-- Scratch databases whose maker (process id and start in microseconds, from the name) is gone.
SELECT d.datname
  FROM pg_database d
 CROSS JOIN LATERAL regexp_match(d.datname, '^gen_scratch_(\d+)_(\d+)_') AS m (part)
 WHERE part IS NOT NULL
   AND pg_has_role(d.datdba, 'USAGE')
   AND NOT EXISTS (SELECT FROM pg_stat_activity a WHERE a.datid = d.oid)
   AND NOT EXISTS (SELECT FROM pg_stat_activity a
                    WHERE a.pid::text = part[1]
                      AND (a.backend_start IS NULL
                           OR (extract(epoch FROM a.backend_start) * 1000000)::bigint::text = part[2]))
