/* Identifiers as PostgreSQL writes and limits them. */
#ifndef GEN_SCHEMA_IDENTIFIER_H
#define GEN_SCHEMA_IDENTIFIER_H

#include "schema/object.h"

#define IDENTIFIER_LIMIT 63 /* bytes: NAMEDATALEN - 1 */

/* Appends a name as quote_identifier() prints it: in double quotes unless it is in lower case and
 * no keyword that must be quoted (PostgreSQL 15's keywords, by libpg_query). */
void identifier_append(GString *out, const char *name);

/* The same with its schema before it, if it has one. */
void identifier_append_qualified(GString *out, QualifiedName name);

/* The length to which PostgreSQL would clip `name` so that it is at most `limit` bytes: whole UTF-8
 * characters only. */
gsize identifier_clip(const char *name, gsize limit);

/* Splits "a.b.c" at the points outside of double quotes. Parts are exact: nothing is folded to
 * lower case; "" inside of quotes stands for one quote. NULL when a part is empty or a quote has no
 * end. Freed with g_strfreev. */
char **identifier_split(const char *text);

/* The other way round: quotes a part only where identifier_split would not read it back. */
void identifier_append_exact(GString *out, const char *name);

#endif
