/* Columns inside of CREATE TABLE and ADD COLUMN. */
#ifndef GEN_EMIT_COLUMN_H
#define GEN_EMIT_COLUMN_H

#include "emit/emit.h"
#include "schema/kinds.h"

/* "name type …" with everything a column definition can say for the server's version. Freed with
 * g_free. https://www.postgresql.org/docs/current/sql-createtable.html */
char *column_definition(const Column *column, const EmitOptions *options);

/* What SET STORAGE takes: "MAIN". Freed with g_free. */
char *column_storage(Script *script, const Column *column, const EmitOptions *options);

/* Clauses for what the definition cannot say, behind the statement that creates the column. `above`
 * is the column that it stands for in a partition or child, or NULL. */
void column_attributes(Script *script, const Column *column, const Column *above,
                       const EmitOptions *options);

/* Clauses for the default and NOT NULL by which an inherited column differs from `above`;
 * `overridden`: column_override said what it can. */
void column_differ(Script *script, const Column *column, const Column *above, bool overridden);

/* How a column of a partition differs from its parent's: "name NOT NULL DEFAULT 1", or NULL when
 * nothing is said. Freed with g_free. */
char *column_override(const Column *column, const Column *above);

/* " GENERATED ALWAYS AS IDENTITY (…)" */
void column_append_identity(GString *out, const Column *column);

#endif
