-- What a database holds, as lines of text, one fact a line, sorted; for comparing two databases, or
-- one with itself later. Written apart from the queries in introspect/, and from other functions of
-- the server where there are some, so that a fault there does not hide itself here.
--
-- Left out: system schemas, members of extensions, gen's own tables. The order of columns in a table is left out
-- as well, since a column that was dropped and created again is the last one.
WITH spaces AS (
    SELECT oid, nspname FROM pg_namespace
    WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'
), members AS (
    SELECT classid, objid FROM pg_depend WHERE deptype = 'e'
), relations AS (
    SELECT c.*, n.nspname, format('%I.%I', n.nspname, c.relname) AS title
    FROM pg_class c JOIN spaces n ON n.oid = c.relnamespace
    WHERE c.relname NOT IN ('gen_version', 'gen_history')
      AND NOT EXISTS (SELECT FROM pg_depend d JOIN pg_class t ON t.oid = d.refobjid
                      WHERE d.objid = c.oid AND d.classid = 'pg_class'::regclass
                        AND d.refclassid = 'pg_class'::regclass AND d.deptype IN ('a', 'i')
                        AND t.relname IN ('gen_version', 'gen_history'))
      AND NOT EXISTS (SELECT FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid
                      WHERE i.indexrelid = c.oid AND t.relname IN ('gen_version', 'gen_history'))
      AND ('pg_class'::regclass, c.oid) NOT IN (SELECT classid, objid FROM members)
), types AS (
    SELECT t.*, format('%I.%I', n.nspname, t.typname) AS title
    FROM pg_type t JOIN spaces n ON n.oid = t.typnamespace
    WHERE ('pg_type'::regclass, t.oid) NOT IN (SELECT classid, objid FROM members)
), facts (fact) AS (
    SELECT format('schema %I: %s', nspname, obj_description(oid, 'pg_namespace')) FROM spaces
    UNION ALL
    SELECT format('extension %I in %s: %s', extname, extnamespace::regnamespace,
                  obj_description(oid, 'pg_extension'))
    FROM pg_extension WHERE extname <> 'plpgsql'
    UNION ALL
    SELECT format('enum %s (%s): %s', title,
                  (SELECT string_agg(quote_literal(enumlabel), ', ' ORDER BY enumsortorder)
                   FROM pg_enum WHERE enumtypid = t.oid), obj_description(oid, 'pg_type'))
    FROM types t WHERE typtype = 'e'
    UNION ALL
    SELECT format('domain %s %s%s%s%s: %s', title, format_type(typbasetype, typtypmod),
                  CASE WHEN typnotnull THEN ' NOT NULL' END, ' DEFAULT ' || typdefault,
                  (SELECT ' COLLATE ' || c.oid::regcollation FROM pg_collation c
                   WHERE c.oid = typcollation AND collname <> 'default'),
                  obj_description(oid, 'pg_type'))
    FROM types WHERE typtype = 'd'
    UNION ALL
    SELECT format('range %s of %s', t.title, r.rngsubtype::regtype)
    FROM types t JOIN pg_range r ON r.rngtypid = t.oid
    UNION ALL
    SELECT format('%s %s%s (%s)%s%s%s%s%s%s: %s',
                  CASE relkind WHEN 'r' THEN 'table' WHEN 'p' THEN 'partitioned table'
                               WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized view'
                               WHEN 'c' THEN 'composite' ELSE relkind::text END,
                  title, CASE relpersistence WHEN 'u' THEN ' unlogged' END,
                  (SELECT string_agg(o, ', ' ORDER BY o) FROM unnest(reloptions) o),
                  (SELECT ' toast ' || t.reloptions::text FROM pg_class t
                   WHERE t.oid = reltoastrelid AND t.reloptions IS NOT NULL),
                  CASE WHEN relkind IN ('r', 'm', 'p') THEN ' identity ' || relreplident::text END,
                  CASE WHEN relrowsecurity THEN ' row security' END,
                  CASE WHEN relforcerowsecurity THEN ' forced' END,
                  ' ' || pg_get_expr(relpartbound, oid), ' ' || pg_get_partkeydef(oid),
                  obj_description(oid, 'pg_class'))
    FROM relations r WHERE relkind IN ('r', 'p', 'v', 'm', 'c', 'f')
    UNION ALL
    SELECT format('%s inherits %s', r.title, i.inhparent::regclass)
    FROM relations r JOIN pg_inherits i ON i.inhrelid = r.oid
    UNION ALL
    SELECT format('%s as %s', title, pg_get_viewdef(oid)) FROM relations WHERE relkind IN ('v', 'm')
    UNION ALL
    SELECT format('column %s.%I %s%s%s%s%s%s: %s', r.title, attname, format_type(atttypid, atttypmod),
                  CASE WHEN attnotnull THEN ' NOT NULL' END,
                  CASE WHEN attgenerated <> '' THEN ' GENERATED ' || attgenerated::text ELSE ' DEFAULT ' END
                      || pg_get_expr(d.adbin, r.oid),
                  CASE WHEN attidentity <> '' THEN ' IDENTITY ' || attidentity::text END,
                  (SELECT ' COLLATE ' || c.oid::regcollation FROM pg_collation c
                   JOIN pg_type t ON t.oid = atttypid
                   WHERE c.oid = attcollation AND c.oid <> t.typcollation),
                  ' storage ' || attstorage::text || ' compression '
                      || coalesce(nullif(to_jsonb(a) ->> 'attcompression', ''), '-')
                      || ' statistics ' || coalesce(attstattarget, -1) || ' '
                      || ARRAY(SELECT o FROM unnest(attoptions) AS o WHERE o !~ '^pg_')::text,
                  col_description(r.oid, attnum))
    FROM relations r JOIN pg_attribute a ON a.attrelid = r.oid AND attnum > 0 AND NOT attisdropped
    LEFT JOIN pg_attrdef d ON d.adrelid = r.oid AND d.adnum = attnum
    WHERE relkind IN ('r', 'p', 'v', 'm', 'c')
    UNION ALL
    SELECT format('constraint %s on %s %s%s: %s', quote_ident(k.conname),
                  coalesce(r.title, t.title), pg_get_constraintdef(k.oid),
                  CASE WHEN k.convalidated THEN '' ELSE ' (not valid)' END,
                  obj_description(k.oid, 'pg_constraint'))
    FROM pg_constraint k LEFT JOIN relations r ON r.oid = k.conrelid
    LEFT JOIN types t ON t.oid = k.contypid
    WHERE (r.oid IS NOT NULL OR t.oid IS NOT NULL) AND k.contype IN ('p', 'u', 'c', 'f', 'x')
    UNION ALL
    SELECT format('index %s%s%s%s%s: %s', pg_get_indexdef(r.oid),
                  CASE WHEN i.indisclustered THEN ' clustered' END,
                  CASE WHEN i.indisreplident THEN ' replica identity' END,
                  CASE WHEN NOT i.indisvalid THEN ' invalid' END,
                  (SELECT string_agg(format(' statistics %s %s', attnum, attstattarget), '' ORDER BY attnum)
                   FROM pg_attribute WHERE attrelid = r.oid AND attstattarget >= 0),
                  obj_description(r.oid, 'pg_class'))
    FROM relations r JOIN pg_index i ON i.indexrelid = r.oid
    UNION ALL
    SELECT format('sequence %s%s %s start %s by %s from %s to %s cache %s%s%s: %s', r.title,
                  CASE relpersistence WHEN 'u' THEN ' unlogged' END, seqtypid::regtype, seqstart,
                  seqincrement, seqmin, seqmax, seqcache, CASE WHEN seqcycle THEN ' cycle' END,
                  (SELECT format(' of %s.%I (%s)', d.refobjid::regclass, a.attname, d.deptype)
                   FROM pg_depend d JOIN pg_attribute a
                   ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
                   WHERE d.classid = 'pg_class'::regclass AND d.objid = r.oid
                     AND d.refclassid = 'pg_class'::regclass AND d.deptype IN ('a', 'i')),
                  obj_description(r.oid, 'pg_class'))
    FROM relations r JOIN pg_sequence s ON s.seqrelid = r.oid
    UNION ALL
    SELECT format('statistics %s (target %s): %s', pg_get_statisticsobjdef(s.oid),
                  coalesce(s.stxstattarget, -1), obj_description(s.oid, 'pg_statistic_ext'))
    FROM pg_statistic_ext s JOIN spaces n ON n.oid = s.stxnamespace
    UNION ALL
    SELECT format('trigger %s %s: %s', pg_get_triggerdef(g.oid), g.tgenabled,
                  obj_description(g.oid, 'pg_trigger'))
    FROM pg_trigger g JOIN relations r ON r.oid = g.tgrelid WHERE NOT g.tgisinternal
    UNION ALL
    SELECT format('policy %I on %s %s %s to %s using %s check %s: %s', p.polname, r.title, p.polcmd,
                  p.polpermissive, p.polroles::regrole[], pg_get_expr(p.polqual, r.oid),
                  pg_get_expr(p.polwithcheck, r.oid), obj_description(p.oid, 'pg_policy'))
    FROM pg_policy p JOIN relations r ON r.oid = p.polrelid
    UNION ALL
    SELECT format('rule %s: %s', pg_get_ruledef(w.oid), obj_description(w.oid, 'pg_rewrite'))
    FROM pg_rewrite w JOIN relations r ON r.oid = w.ev_class WHERE w.rulename <> '_RETURN'
    UNION ALL
    SELECT format('routine %s: %s', CASE WHEN p.prokind = 'a' THEN p.oid::regprocedure::text
                                    ELSE pg_get_functiondef(p.oid) END,
                  obj_description(p.oid, 'pg_proc'))
    FROM pg_proc p JOIN spaces n ON n.oid = p.pronamespace
    WHERE ('pg_proc'::regclass, p.oid) NOT IN (SELECT classid, objid FROM members)
    UNION ALL
    SELECT format('%s may %s%s on %s', coalesce(nullif(e.grantee, 0)::regrole::text, 'public'), e.privilege_type,
                  CASE WHEN e.is_grantable THEN ' and grant it' END, a.title)
    FROM (SELECT 'schema ' || nspname, s.nspacl FROM pg_namespace s JOIN spaces USING (nspname) WHERE nspname <> 'public'
          UNION ALL
          -- A column's sequence goes by the column, for its name is anybody's guess after a rename.
          SELECT coalesce((SELECT format('sequence of %s.%I', d.refobjid::regclass, a.attname)
                           FROM pg_depend d JOIN pg_attribute a
                           ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
                           WHERE relkind = 'S' AND d.classid = 'pg_class'::regclass AND d.objid = r.oid
                             AND d.refclassid = 'pg_class'::regclass AND d.deptype IN ('a', 'i')),
                          'relation ' || r.title), coalesce(relacl, acldefault(CASE relkind WHEN 'S' THEN 's'::"char" ELSE 'r' END, relowner))
          FROM relations r WHERE relkind NOT IN ('i', 'I', 'c')
          UNION ALL
          SELECT 'column ' || r.title || '.' || attname, attacl
          FROM pg_attribute c JOIN relations r ON r.oid = attrelid
          UNION ALL
          SELECT 'type ' || t.title, coalesce(typacl, acldefault('T', typowner)) FROM types t
          WHERE typtype IN ('d', 'e', 'r')
          UNION ALL
          SELECT 'routine ' || p.oid::regprocedure, coalesce(proacl, acldefault('f', proowner))
          FROM pg_proc p JOIN spaces n ON n.oid = p.pronamespace
          WHERE ('pg_proc'::regclass, p.oid) NOT IN (SELECT classid, objid FROM members)
          UNION ALL
          SELECT format('what %s makes (%s) in %s', defaclrole::regrole, defaclobjtype, defaclnamespace::regnamespace),
                 defaclacl
          FROM pg_default_acl) a (title, acl), aclexplode(a.acl) e
)
SELECT fact FROM facts WHERE fact !~ '^(routine .*(range|multirange)\()' ORDER BY fact COLLATE "C"
