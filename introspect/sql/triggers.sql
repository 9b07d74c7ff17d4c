-- https://www.postgresql.org/docs/current/catalog-pg-trigger.html
-- Without PostgreSQL's own. Those that a partition has from the table above count as such before
-- PostgreSQL 15, and could have another name there. Arguments are strings one after the other, each
-- ended by a zero byte. The condition is taken from the definition, since pg_get_expr() does not
-- print expressions over OLD and NEW.
SELECT t.tableoid AS _class, t.oid AS _oid, t.tgrelid AS _parent, coalesce(above.tgname, t.tgname) AS name,
       CASE WHEN t.tgtype & 2 <> 0 THEN 'before' WHEN t.tgtype & 64 <> 0 THEN 'instead of' END AS timing,
       array_remove(ARRAY[CASE WHEN t.tgtype & 4 <> 0 THEN 'insert' END,
                          CASE WHEN t.tgtype & 16 <> 0 THEN 'update' END,
                          CASE WHEN t.tgtype & 8 <> 0 THEN 'delete' END,
                          CASE WHEN t.tgtype & 32 <> 0 THEN 'truncate' END], NULL) AS events,
       ARRAY(SELECT a.attname
               FROM unnest(t.tgattr) WITH ORDINALITY AS k (attnum, n)
               JOIN pg_attribute a ON a.attrelid = t.tgrelid AND a.attnum = k.attnum
              ORDER BY k.n) AS update_of,
       CASE WHEN t.tgtype & 1 <> 0 THEN 'row' END AS for_each,
       CASE WHEN t.tgqual IS NOT NULL THEN
            substring(pg_get_triggerdef(t.oid) FROM ' WHEN \((.*)\) EXECUTE (?:FUNCTION|PROCEDURE) ')
       END AS "when",
       nullif(fn.nspname, 'pg_catalog') AS function_schema, f.proname AS function_name,
       ARRAY(SELECT convert_from(decode(replace(k.hex, ' ', ''), 'hex'), getdatabaseencoding())
               FROM unnest(string_to_array(regexp_replace(encode(t.tgargs, 'hex'), '(..)', '\1 ', 'g'), '00 '))
                    WITH ORDINALITY AS k (hex, n)
              WHERE k.n <= t.tgnargs
              ORDER BY k.n) AS arguments,
       t.tgconstraint <> 0 AS "constraint",
       CASE WHEN t.tgdeferrable THEN
            CASE WHEN t.tginitdeferred THEN 'initially deferred' ELSE 'initially immediate' END
       END AS deferrable,
       rn.nspname AS from_schema, r.relname AS from_name,
       t.tgoldtable AS old_table, t.tgnewtable AS new_table,
       CASE t.tgenabled WHEN 'D' THEN 'disabled' WHEN 'R' THEN 'replica' WHEN 'A' THEN 'always' END AS state,
       t.tgparentid <> 0 AS inherited
  FROM pg_trigger t
  JOIN pg_class c ON c.oid = t.tgrelid
  JOIN pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_proc f ON f.oid = t.tgfoid
  JOIN pg_namespace fn ON fn.oid = f.pronamespace
  LEFT JOIN pg_trigger above ON above.oid = t.tgparentid
  LEFT JOIN pg_class r ON r.oid = t.tgconstrrelid AND t.tgconstrrelid <> 0
  LEFT JOIN pg_namespace rn ON rn.oid = r.relnamespace
 WHERE (NOT t.tgisinternal
        OR t.tgparentid <> 0 AND NOT EXISTS (SELECT FROM pg_constraint con
                                              WHERE con.oid = t.tgconstraint AND con.contype <> 't'))
   AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
   AND n.nspname = ANY (coalesce(nullif(current_setting('gen.schemas', true), '')::text[], ARRAY[n.nspname::text]))
   AND NOT EXISTS (SELECT FROM pg_depend e
                    WHERE e.classid = t.tableoid AND e.objid = t.oid AND e.deptype = 'e')
 ORDER BY t.tgrelid, name
