-- The statement that creates a scratch database like the present one, and its name.
SELECT format('CREATE DATABASE %I TEMPLATE template0 ENCODING %L LC_COLLATE %L LC_CTYPE %L',
              s.name, pg_encoding_to_char(d.encoding), d.datcollate, d.datctype)
       || CASE j ->> 'datlocprovider'
          WHEN 'i' THEN format(' LOCALE_PROVIDER icu ICU_LOCALE %L',
                               coalesce(j ->> 'daticulocale', j ->> 'datlocale'))
                        || coalesce(format(' ICU_RULES %L', j ->> 'daticurules'), '')
          WHEN 'b' THEN format(' LOCALE_PROVIDER builtin BUILTIN_LOCALE %L', j ->> 'datlocale')
          WHEN 'c' THEN ' LOCALE_PROVIDER libc'
          ELSE ''
          END AS statement,
       s.name
  FROM pg_database d
 CROSS JOIN LATERAL to_jsonb(d) AS j
 CROSS JOIN (SELECT 'gen_scratch_' || a.pid || '_'
                    || (extract(epoch FROM a.backend_start) * 1000000)::bigint || '_'
                    || substr(md5(random()::text || clock_timestamp()), 1, 8) AS name
               FROM pg_stat_activity a WHERE a.pid = pg_backend_pid()) AS s
 WHERE d.datname = current_database()
