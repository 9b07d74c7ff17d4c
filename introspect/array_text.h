/* Array literals as PostgreSQL prints them. Used inside introspect/ only.
 * https://www.postgresql.org/docs/current/arrays.html#ARRAYS-IO */
#ifndef GEN_INTROSPECT_ARRAY_TEXT_H
#define GEN_INTROSPECT_ARRAY_TEXT_H

#include <glib.h>

/* The elements of a one-dimensional array literal ("{a,\"b c\"}"), NULLs left out; each is freed
 * with the result. NULL text gives an empty list. */
GPtrArray *array_text_parse(const char *text);

/* The literal for these strings (NULL-terminated; NULL: no element). Freed with g_free. */
char *array_text_format(const char *const *elements);

#endif
