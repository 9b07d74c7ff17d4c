-- Which class of type ("e": enum …) each of these names is; NULL: there is no such type.
SELECT (SELECT t.typtype FROM pg_type t WHERE t.oid = to_regtype(asked.name))
  FROM unnest($1::text[]) WITH ORDINALITY AS asked (name, place)
 ORDER BY asked.place
