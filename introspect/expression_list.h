/* Lists of SQL expressions in one text, as pg_get_expr() prints those of extended statistics.
 * Used inside introspect/ only. */
#ifndef GEN_INTROSPECT_EXPRESSION_LIST_H
#define GEN_INTROSPECT_EXPRESSION_LIST_H

#include <glib.h>

/* The expressions of "(a + b), lower(c)", each without parentheses around all of it: char *, owned
 * by the array. */
GPtrArray *expression_list_split(const char *text);

#endif
