-- https://www.postgresql.org/docs/current/view-pg-user-mappings.html
-- Options that hold secrets stay where they are; unmanaged.sql tells of them.
SELECT 'pg_user_mapping'::regclass::oid AS _class, u.umid AS _oid,
       'pg_foreign_server'::regclass::oid AS _parent_class, u.srvid AS _parent,
       u.usename AS name,
       ARRAY(SELECT o FROM unnest(u.umoptions) o
              WHERE split_part(o, '=', 1) !~* 'pass(word|wd|code|phrase)|secret|token|private_?key') AS options
  FROM pg_user_mappings u
 WHERE u.usename IS NOT NULL
 ORDER BY u.srvid, u.usename
