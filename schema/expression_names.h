/* What PostgreSQL calls after an expression: index columns and check constraints. */
#ifndef GEN_SCHEMA_EXPRESSION_NAMES_H
#define GEN_SCHEMA_EXPRESSION_NAMES_H

#include "schema/object.h"

/* The name that an index column on this expression gets (FigureIndexColname in parse_target.c);
 * "expr" where none comes to mind, or the text cannot be parsed. Freed with g_free. */
char *expression_column_name(const char *sql);

/* The only column of `table` that an expression refers to; NULL when there is none or several, or
 * the whole row, or the text cannot be parsed. The name is the column's own. */
const char *expression_single_column(const char *sql, const Object *table);

#endif
