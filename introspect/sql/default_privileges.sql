-- https://www.postgresql.org/docs/current/catalog-pg-default-acl.html
-- What they grant to others is in access.sql.
SELECT d.tableoid AS _class, d.oid AS _oid, n.nspname AS _schema, pg_get_userbyid(d.defaclrole) AS name,
       w.word AS _arguments, nullif(w.word, 'tables') AS "on",
       CASE d.defaclnamespace WHEN 0 THEN
            ARRAY(SELECT lower(o.privilege_type)
                    FROM aclexplode(acldefault(CASE d.defaclobjtype WHEN 'S' THEN 's' ELSE d.defaclobjtype END, d.defaclrole)) o
                   WHERE o.grantee = d.defaclrole
                     AND NOT EXISTS (SELECT FROM aclexplode(d.defaclacl) e
                                      WHERE e.grantee = o.grantee AND e.privilege_type = o.privilege_type)
                   ORDER BY lower(o.privilege_type) COLLATE "C") END AS withheld
  FROM pg_default_acl d
  JOIN (VALUES ('r', 'tables'), ('S', 'sequences'), ('f', 'functions'), ('T', 'types'), ('n', 'schemas'),
               ('L', 'large objects')) AS w (type, word) ON w.type = d.defaclobjtype
  LEFT JOIN pg_namespace n ON n.oid = d.defaclnamespace
 WHERE d.defaclnamespace = 0
    OR n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
   AND n.nspname = ANY (coalesce(nullif(current_setting('gen.schemas', true), '')::text[], ARRAY[n.nspname::text]))
 ORDER BY d.oid
