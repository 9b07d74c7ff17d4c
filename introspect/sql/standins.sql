-- Of types that are wanted ($1 typtype, $2 schema, $3 name, $4 what they are made of): how they are
-- written, where their schema is in the search path, and whether the database has them so.
SELECT quote_ident(w.schema) || '.' || quote_ident(w.name) AS written,
       array_position(current_schemas(false)::text[], w.schema) AS position,
       coalesce(CASE t.typtype
                WHEN 'e' THEN w.definition::text[] = ARRAY(SELECT v.enumlabel::text
                                                             FROM pg_enum v
                                                            WHERE v.enumtypid = t.oid
                                                            ORDER BY v.enumsortorder)
                WHEN 'd' THEN w.definition IN (format_type(b.oid, t.typtypmod),
                                               quote_ident(bn.nspname) || '.' || format_type(b.oid, t.typtypmod))
                WHEN 'r' THEN w.definition = (SELECT format_type(r.rngsubtype, NULL)
                                                FROM pg_range r WHERE r.rngtypid = t.oid)
                ELSE w.definition = (SELECT string_agg(a.attname || ' ' || format_type(a.atttypid, a.atttypmod),
                                                       ', ' ORDER BY a.attnum)
                                       FROM pg_attribute a
                                      WHERE a.attrelid = t.typrelid AND a.attnum > 0 AND NOT a.attisdropped)
                END, false) AS same
  FROM unnest($1::text[], $2::text[], $3::text[], $4::text[]) WITH ORDINALITY
       AS w (typtype, schema, name, definition, n)
  LEFT JOIN pg_namespace n ON n.nspname = w.schema
  LEFT JOIN pg_type t ON t.typnamespace = n.oid AND t.typname = w.name AND t.typtype::text = w.typtype
  LEFT JOIN pg_type b ON b.oid = t.typbasetype
  LEFT JOIN pg_namespace bn ON bn.oid = b.typnamespace
 ORDER BY w.n
