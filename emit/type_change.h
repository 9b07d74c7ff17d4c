/* What ALTER COLUMN … TYPE takes after USING.
 * https://www.postgresql.org/docs/current/sql-altertable.html */
#ifndef GEN_EMIT_TYPE_CHANGE_H
#define GEN_EMIT_TYPE_CHANGE_H

#include "emit/emit.h"
#include "schema/kinds.h"

/* The expression by which the values of a column get from its old type to its new one, or NULL
 * where PostgreSQL assigns the one to the other: what the models say (`using`), else the cast, else
 * the text. Freed with g_free. */
char *type_change_using(const Plan *plan, const Change *change);

/* The same between columns of two tables, for the rows of one that are copied into the other: never
 * NULL. */
char *type_change_value(const Plan *plan, const Column *from, const Column *to);

/* Notes above the next statement that values of a column lose something on that way; not where the
 * models say how they get there. */
void type_change_note(Script *script, const Plan *plan, const Column *from, const Column *to);

/* Whether the change gives a column a type that PostgreSQL knows no way to, and the models say
 * none. It can be done while the column holds no values. */
bool type_change_is_barred(const Plan *plan, const Change *change);

/* Adds the statement that refuses a barred change while the column holds values. */
void type_change_guard(Script *script, const Plan *plan, const Change *change);

#endif
