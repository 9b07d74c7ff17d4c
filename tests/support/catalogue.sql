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
), others (class, oid, space, owner, fact) AS (
    -- Objects that are no relations, types or schemas: where they are, whose, and all that is said of them.
    SELECT tableoid, oid, NULL::oid, lanowner, format('%s %s %s %s', CASE WHEN lanpltrusted THEN 'trusted' END,
                  lanplcallfoid::regprocedure, laninline::regprocedure, lanvalidator::regprocedure)
    FROM pg_language
    UNION ALL
    SELECT tableoid, oid, NULL, NULL, format('%s %s', amtype, amhandler) FROM pg_am
    UNION ALL
    SELECT tableoid, oid, collnamespace, collowner,
           (to_jsonb(c) - '{oid,collname,collnamespace,collowner,collversion}'::text[])::text
    FROM pg_collation c
    UNION ALL
    SELECT tableoid, oid, connamespace, conowner, format('from %s to %s by %s%s', pg_encoding_to_char(conforencoding),
                  pg_encoding_to_char(contoencoding), conproc, CASE WHEN condefault THEN ' default' END)
    FROM pg_conversion
    UNION ALL
    SELECT tableoid, oid, prsnamespace, NULL, format('%s %s %s %s %s', prsstart, prstoken, prsend, prslextype, prsheadline)
    FROM pg_ts_parser
    UNION ALL
    SELECT tableoid, oid, tmplnamespace, NULL, format('%s %s', tmplinit, tmpllexize) FROM pg_ts_template
    UNION ALL
    SELECT tableoid, oid, dictnamespace, dictowner,
           format('%s %s', pg_describe_object('pg_ts_template'::regclass, dicttemplate, 0), dictinitoption)
    FROM pg_ts_dict
    UNION ALL
    SELECT tableoid, oid, cfgnamespace, cfgowner,
           format('%s %s', pg_describe_object('pg_ts_parser'::regclass, cfgparser, 0),
                  ARRAY(SELECT format('%s: %s', maptokentype, string_agg(mapdict::regdictionary::text, ' ' ORDER BY mapseqno))
                        FROM pg_ts_config_map WHERE mapcfg = c.oid GROUP BY maptokentype ORDER BY maptokentype))
    FROM pg_ts_config c
    UNION ALL
    SELECT tableoid, oid, NULL, fdwowner, format('%s %s %s', fdwhandler::regprocedure, fdwvalidator::regprocedure, fdwoptions)
    FROM pg_foreign_data_wrapper
    UNION ALL
    SELECT s.tableoid, s.oid, NULL, srvowner, format('of %s type %s version %s %s', fdwname, srvtype, srvversion, srvoptions)
    FROM pg_foreign_server s JOIN pg_foreign_data_wrapper w ON w.oid = srvfdw
    UNION ALL
    SELECT tableoid, oid, NULL, NULL, umoptions::text FROM pg_user_mapping
    UNION ALL
    SELECT tableoid, oid, oprnamespace, oprowner, format('%s for %s and %s, commutator %s, negator %s, %s, %s%s%s',
                  oprcode::regprocedure, oprleft::regtype, oprright::regtype, oprcom::regoperator,
                  oprnegate::regoperator, oprrest::regprocedure, oprjoin::regprocedure,
                  CASE WHEN oprcanhash THEN ' hashes' END, CASE WHEN oprcanmerge THEN ' merges' END)
    FROM pg_operator
    UNION ALL
    SELECT tableoid, oid, opfnamespace, opfowner,
           ARRAY(SELECT concat_ws(' ', pg_describe_object('pg_amop'::regclass, o.oid, 0), 'with',
                                  pg_describe_object(d.refclassid, d.refobjid, 0), d.deptype)
                 FROM pg_amop o LEFT JOIN pg_depend d ON d.classid = o.tableoid AND d.objid = o.oid
                 WHERE amopfamily = f.oid
                 UNION ALL
                 SELECT concat_ws(' ', pg_describe_object('pg_amproc'::regclass, p.oid, 0), 'with',
                                  pg_describe_object(d.refclassid, d.refobjid, 0), d.deptype)
                 FROM pg_amproc p LEFT JOIN pg_depend d ON d.classid = p.tableoid AND d.objid = p.oid
                 WHERE amprocfamily = f.oid
                 ORDER BY 1)::text
    FROM pg_opfamily f
    UNION ALL
    SELECT tableoid, oid, opcnamespace, opcowner,
           format('%s for %s in %s stores %s', CASE WHEN opcdefault THEN 'default' END, opcintype::regtype,
                  pg_describe_object('pg_opfamily'::regclass, opcfamily, 0), opckeytype::regtype)
    FROM pg_opclass
    UNION ALL
    SELECT tableoid, oid, NULL, NULL, format('%s %s %s', castfunc::regprocedure, castcontext, castmethod)
    FROM pg_cast c
    WHERE NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = c.tableoid AND d.objid = c.oid AND d.deptype = 'i')
    UNION ALL
    SELECT tableoid, oid, NULL, NULL, format('%s %s', trffromsql::regprocedure, trftosql::regprocedure) FROM pg_transform
    UNION ALL
    SELECT p.tableoid, p.oid, pronamespace, proowner,
           concat_ws(' ', aggkind, aggnumdirectargs, aggtransfn::regprocedure, aggfinalfn::regprocedure,
                     aggcombinefn::regprocedure, aggserialfn::regprocedure, aggdeserialfn::regprocedure,
                     aggmtransfn::regprocedure, aggminvtransfn::regprocedure, aggmfinalfn::regprocedure, aggfinalextra,
                     aggmfinalextra, aggfinalmodify, aggmfinalmodify, aggsortop::regoperator, aggtranstype::regtype,
                     aggtransspace, aggmtranstype::regtype, aggmtransspace, quote_nullable(agginitval),
                     quote_nullable(aggminitval), proparallel, pg_get_function_arguments(p.oid))
    FROM pg_aggregate JOIN pg_proc p ON p.oid = aggfnoid
    UNION ALL
    SELECT tableoid, oid, NULL, pubowner,
           (to_jsonb(p) - '{oid,pubname,pubowner}'::text[])::text
               || ARRAY(SELECT concat_ws(' ', pg_describe_object(classid, objid, 0), deptype) FROM pg_depend
                        WHERE refclassid = p.tableoid AND refobjid = p.oid ORDER BY 1)::text
               || ARRAY(SELECT concat_ws(' ', r.prrelid::regclass, r.columns, pg_get_expr(r.prqual, r.prrelid))
                        FROM (SELECT NULL::int2vector AS prattrs, NULL::pg_node_tree AS prqual) AS later
                        CROSS JOIN LATERAL (SELECT prpubid, prrelid, prqual, ARRAY(SELECT attname FROM pg_attribute
                                                   WHERE attrelid = prrelid AND attnum = ANY (prattrs)) AS columns
                                            FROM pg_publication_rel) AS r
                        WHERE prpubid = p.oid ORDER BY 1)::text
    FROM pg_publication p
    UNION ALL
    SELECT s.tableoid, s.oid, NULL, subowner,
           (to_jsonb(s) - '{oid,subdbid,subname,subowner,subskiplsn}'::text[])::text
    FROM pg_subscription s JOIN pg_database d ON d.oid = subdbid WHERE datname = current_database()
    UNION ALL
    SELECT tableoid, oid, NULL, evtowner, format('on %s %s by %s %s', evtevent, evttags, evtfoid::regprocedure, evtenabled)
    FROM pg_event_trigger
), owners (class, oid, owner) AS (
    SELECT 'pg_namespace'::regclass, s.oid, nspowner FROM pg_namespace n JOIN spaces s USING (oid)
    UNION ALL
    -- Indexes, and sequences of columns, are their table's.
    SELECT 'pg_class', oid, relowner FROM relations r
    WHERE relkind NOT IN ('i', 'I', 'c')
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = r.oid
                         AND relkind = 'S' AND d.refobjsubid > 0 AND d.deptype IN ('a', 'i'))
    UNION ALL
    SELECT 'pg_type', oid, typowner FROM types WHERE typtype IN ('d', 'e', 'r')
    UNION ALL
    SELECT 'pg_proc', p.oid, proowner FROM pg_proc p JOIN spaces n ON n.oid = pronamespace
    UNION ALL
    SELECT 'pg_statistic_ext', s.oid, stxowner FROM pg_statistic_ext s JOIN spaces n ON n.oid = stxnamespace
), facts (fact) AS (
    SELECT format('%s %s: %s', pg_describe_object(class, oid, 0), fact, obj_description(oid, class::regclass::name))
    FROM others
    WHERE oid >= 16384 AND (space IS NULL OR space IN (SELECT oid FROM spaces))
      AND (class, oid) NOT IN (SELECT classid, objid FROM members)
    UNION ALL
    SELECT format('%s is of %s', pg_describe_object(class, oid, 0), owner::regrole)
    FROM (SELECT class, oid, owner FROM owners
          UNION ALL
          SELECT class, oid, owner FROM others
          WHERE oid >= 16384 AND owner IS NOT NULL AND (space IS NULL OR space IN (SELECT oid FROM spaces))) o
    WHERE (class, oid) NOT IN (SELECT classid, objid FROM members)
    UNION ALL
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
    SELECT format('range %s of %s %s collation %s canonical %s difference %s multirange %s: %s', t.title,
                  r.rngsubtype::regtype, pg_describe_object('pg_opclass'::regclass, r.rngsubopc, 0),
                  r.rngcollation::regcollation, r.rngcanonical::regprocedure, r.rngsubdiff::regprocedure,
                  (to_jsonb(r) ->> 'rngmultitypid')::regtype, obj_description(t.oid, 'pg_type'))
    FROM types t JOIN pg_range r ON r.rngtypid = t.oid
    UNION ALL
    SELECT format('%s %s%s (%s)%s%s%s%s%s%s%s%s%s: %s',
                  CASE relkind WHEN 'r' THEN 'table' WHEN 'p' THEN 'partitioned table'
                               WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized view'
                               WHEN 'c' THEN 'composite' WHEN 'f' THEN 'foreign table' END
                      || CASE WHEN NOT relispopulated THEN ' (empty)' ELSE '' END,
                  title, CASE relpersistence WHEN 'u' THEN ' unlogged' END,
                  (SELECT string_agg(o, ', ' ORDER BY o) FROM unnest(reloptions) o),
                  (SELECT ' toast ' || t.reloptions::text FROM pg_class t
                   WHERE t.oid = reltoastrelid AND t.reloptions IS NOT NULL),
                  CASE WHEN relkind IN ('r', 'm', 'p') THEN ' identity ' || relreplident::text END,
                  CASE WHEN relrowsecurity THEN ' row security' END,
                  CASE WHEN relforcerowsecurity THEN ' forced' END,
                  ' ' || pg_get_expr(relpartbound, oid), ' ' || pg_get_partkeydef(oid),
                  (SELECT ' in ' || spcname FROM pg_tablespace s WHERE s.oid = reltablespace),
                  (SELECT ' using ' || amname FROM pg_am a WHERE a.oid = relam),
                  (SELECT format(' server %s %s', srvname, ftoptions) FROM pg_foreign_table
                   JOIN pg_foreign_server s ON s.oid = ftserver WHERE ftrelid = r.oid),
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
                      || ARRAY(SELECT o FROM unnest(attoptions) AS o WHERE o !~ '^pg_')::text
                      || coalesce(' ' || attfdwoptions::text, ''),
                  col_description(r.oid, attnum))
    FROM relations r JOIN pg_attribute a ON a.attrelid = r.oid AND attnum > 0 AND NOT attisdropped
    LEFT JOIN pg_attrdef d ON d.adrelid = r.oid AND d.adnum = attnum
    WHERE relkind IN ('r', 'p', 'v', 'm', 'c', 'f')
    UNION ALL
    SELECT format('constraint %s on %s %s%s: %s', quote_ident(k.conname),
                  coalesce(r.title, t.title), pg_get_constraintdef(k.oid),
                  CASE WHEN k.convalidated THEN '' ELSE ' (not valid)' END,
                  obj_description(k.oid, 'pg_constraint'))
    FROM pg_constraint k LEFT JOIN relations r ON r.oid = k.conrelid
    LEFT JOIN types t ON t.oid = k.contypid
    WHERE (r.oid IS NOT NULL OR t.oid IS NOT NULL) AND k.contype IN ('p', 'u', 'c', 'f', 'x')
    UNION ALL
    SELECT format('index %s%s%s%s%s%s: %s', pg_get_indexdef(r.oid),
                  (SELECT ' in ' || spcname FROM pg_tablespace s WHERE s.oid = reltablespace),
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
    FROM (SELECT 'schema ' || nspname, coalesce(s.nspacl, acldefault('n', s.nspowner)) FROM pg_namespace s JOIN spaces USING (nspname) WHERE nspname <> 'public'
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
