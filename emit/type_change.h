/* Whether ALTER COLUMN … TYPE needs a USING, and which. */
#ifndef GEN_EMIT_TYPE_CHANGE_H
#define GEN_EMIT_TYPE_CHANGE_H

#include "diff/change.h"

/* The expression after USING for a column whose type changes, or NULL where PostgreSQL converts by
 * itself: where an assignment cast leads from one type to the other, that is left to do it, because
 * unlike an explicit cast it does not cut what is too long.
 * https://www.postgresql.org/docs/current/sql-altertable.html, typeconv-query.html
 * Freed with g_free. */
char *type_change_using(const Change *change);

#endif
