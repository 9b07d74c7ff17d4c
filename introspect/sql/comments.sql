-- https://www.postgresql.org/docs/current/catalog-pg-description.html
-- Those of what users made, without the comments that public and extensions have from the beginning;
-- where one of these is gone, it is empty. Which extensions there could be stands in files: they are
-- read where there are any in the database.
WITH own (class, oid, description) AS (
    SELECT n.tableoid, n.oid, 'standard public schema'
      FROM pg_namespace n
     WHERE n.nspname = 'public'
    UNION ALL
    SELECT e.tableoid, e.oid, a.comment
      FROM (SELECT true AS found FROM pg_extension WHERE oid >= 16384 LIMIT 1) AS first
     CROSS JOIN LATERAL
           (SELECT x.name, x.comment FROM pg_available_extensions() x WHERE first.found OFFSET 0) AS a
      JOIN pg_extension e ON e.extname = a.name
     WHERE e.oid >= 16384 AND a.comment <> ''
)
SELECT d.classoid AS _class, d.objoid AS _oid, d.objsubid AS _sub, d.description
  FROM pg_description d
 WHERE (d.objoid >= 16384 OR d.classoid = 'pg_namespace'::regclass)
   AND CASE d.classoid
       WHEN 'pg_namespace'::regclass THEN d.description <> 'standard public schema' -- be it renamed
       WHEN 'pg_extension'::regclass THEN
            NOT EXISTS (SELECT FROM own o
                         WHERE o.class = d.classoid AND o.oid = d.objoid AND o.description = d.description)
       ELSE true
       END
UNION ALL
SELECT o.class, o.oid, 0, ''
  FROM own o
 WHERE NOT EXISTS (SELECT FROM pg_description d
                    WHERE d.classoid = o.class AND d.objoid = o.oid AND d.objsubid = 0)
