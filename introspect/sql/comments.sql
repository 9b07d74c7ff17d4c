-- https://www.postgresql.org/docs/current/catalog-pg-description.html
-- Those of what users made, without the comments that public and extensions have from the beginning.
SELECT d.classoid AS _class, d.objoid AS _oid, d.objsubid AS _sub, d.description
  FROM pg_description d
 WHERE (d.objoid >= 16384 OR d.classoid = 'pg_namespace'::regclass)
   AND CASE d.classoid
       WHEN 'pg_namespace'::regclass THEN d.description <> 'standard public schema'
       WHEN 'pg_extension'::regclass THEN
            NOT EXISTS (SELECT FROM pg_extension e
                          JOIN pg_available_extensions() a ON a.name = e.extname
                         WHERE e.oid = d.objoid AND a.comment = d.description)
       ELSE true
       END
