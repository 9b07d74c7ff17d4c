/* NOT NULL, which is a constraint with a name and more since PostgreSQL 18. Inside emit/ only.
 * https://www.postgresql.org/docs/current/sql-altertable.html */
#ifndef GEN_EMIT_NOT_NULL_H
#define GEN_EMIT_NOT_NULL_H

#include "emit/emit.h"
#include "schema/kinds.h"

/* What a column definition says of it: " NOT NULL", " CONSTRAINT x NOT NULL NO INHERIT", or nothing
 * where the column takes NULLs or the constraint has to be added behind the definition. */
void not_null_append(GString *out, const Column *column);

/* Whether an inherited column says another name for it than that of the column above. */
bool not_null_is_named_apart(const Column *column, const Column *above);

/* Whether it has to be added behind the definition: inside of it, it would come out as valid. */
bool not_null_comes_later(const Column *column);

/* SET NOT NULL or ADD CONSTRAINT, behind the statement that creates the table if there is one. */
void not_null_set(Script *script, const Column *column);

/* The same; online by way of a check, so that the table is not scanned under a lock that keeps
 * readers out. */
void not_null_set_safely(Script *script, const Column *column, const EmitOptions *options);

/* The comment on a new constraint, if it has one. */
void not_null_comment(Script *script, const Column *column);

/* The comment, where it differs or goes with a constraint that is made anew. */
void not_null_comment_alter(Script *script, const Change *change);

/* What changes of the constraint of a column that is NOT NULL before and after. */
void not_null_alter(Script *script, const Change *change, const EmitOptions *options);

#endif
