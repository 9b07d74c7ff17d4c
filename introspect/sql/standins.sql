-- Of types that are wanted ($1 typtype, $2 schema, $3 name, $4 labels or base type): how they are
-- written, where their schema is in the search path, and whether the database has them so.
SELECT quote_ident(w.schema) || '.' || quote_ident(w.name) AS written,
       array_position(current_schemas(false)::text[], w.schema) AS position,
       coalesce(CASE t.typtype
                WHEN 'e' THEN w.definition::text[] = ARRAY(SELECT v.enumlabel::text
                                                             FROM pg_enum v
                                                            WHERE v.enumtypid = t.oid
                                                            ORDER BY v.enumsortorder)
                ELSE w.definition = format_type(t.typbasetype, t.typtypmod)
                END, false) AS same
  FROM unnest($1::text[], $2::text[], $3::text[], $4::text[]) WITH ORDINALITY
       AS w (typtype, schema, name, definition, n)
  LEFT JOIN pg_namespace n ON n.nspname = w.schema
  LEFT JOIN pg_type t ON t.typnamespace = n.oid AND t.typname = w.name AND t.typtype::text = w.typtype
 ORDER BY w.n
