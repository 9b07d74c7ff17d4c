/* Clauses that several kinds have, and statements about an object by its name.
 *
 * The append functions write a clause with a space before it, or nothing where the object has none
 * of it.
 */
#ifndef GEN_EMIT_CLAUSE_H
#define GEN_EMIT_CLAUSE_H

#include "emit/emit.h"

/* "a=1, b='x'" of key=value texts, names and values quoted where needed. Freed with g_free.
 * https://www.postgresql.org/docs/current/sql-createtable.html#SQL-CREATETABLE-STORAGE-PARAMETERS
 */
char *clause_options(NameList options);

/* What leads from one list of options to another: "RESET (b)" and "SET (a=1)"; each NULL where it
 * is not needed. Freed with g_free. */
void clause_options_change(NameList from, NameList to, char **ret_reset, char **ret_set);

/* " WITH (…)" */
void clause_append_with(GString *out, NameList options);
/* " INCLUDE (a, b)" */
void clause_append_include(GString *out, NameList columns);
/* " COLLATE x" */
void clause_append_collation(GString *out, QualifiedName collation);
/* " DEFERRABLE INITIALLY DEFERRED" */
void clause_append_deferrable(GString *out, const char *deferrable);
/* "RESTRICT" of "restrict" and the like. Freed with g_free. */
char *clause_word(const char *word);

/* A constraint that has an index: as script_constraint, but apart from its twin, if it has one. */
void clause_index_constraint(Script *script, const Object *constraint, const char *text);

/* ALTER word name SET and RESET of options. */
void clause_alter_options(Script *script, const char *word, const Object *object, NameList from,
                          NameList to);

/* CLUSTER ON an index or the index of a key, or SET WITHOUT CLUSTER; the latter only where no other
 * index of the table takes its place. */
void clause_cluster(Script *script, const Object *index, bool clustered);

/* ALTER word name SET TABLESPACE; NULL is the database's own, whichever that is. */
void clause_alter_tablespace(Script *script, const char *word, const Object *object,
                             const char *tablespace);

/* schema.name of an object that has a name in a schema, children too. Freed with g_free. */
char *clause_full_name(const Object *object);

/* COMMENT ON the object, behind the statement under construction. */
void clause_comment(Script *script, const Object *object);

/* What a constraint is called where COMMENT ON wants to know it: "CONSTRAINT c ON public.users".
 * Freed with g_free. */
char *clause_constraint_target(const Object *object);

/* ALTER TABLE … RENAME CONSTRAINT (ALTER DOMAIN where it is a domain's). */
void clause_rename_constraint(Script *script, const Object *from, const Object *to);

/* ALTER TABLE … DROP CONSTRAINT (ALTER DOMAIN where it is a domain's). */
void clause_drop_constraint(Script *script, const Object *object);

#endif
