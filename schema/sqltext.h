/* SQL as tokens, by PostgreSQL's own scanner (libpg_query): for equality that does not depend on
 * white space, the case of keywords, or redundant outer parentheses.
 */
#ifndef GEN_SCHEMA_SQLTEXT_H
#define GEN_SCHEMA_SQLTEXT_H

#include <glib.h>
#include <stdbool.h>

/* Whether two texts are the same SQL token by token. Either may be NULL (equal only to NULL). Fast
 * when the bytes are equal. False is "in doubt", not "different". */
bool sql_equal(const char *a, const char *b);

typedef struct SqlToken {
    const char *start; /* into the text */
    gsize length;
    enum { SQL_IDENTIFIER, SQL_KEYWORD, SQL_STRING, SQL_NUMBER, SQL_OTHER } kind;
    char *name; /* SQL_IDENTIFIER and SQL_KEYWORD: the identifier it is (folded, unquoted);
                   SQL_STRING: its value; else NULL. Owned by the array. */
} SqlToken;

/* The tokens of a text without comments, or NULL when it cannot be scanned. Freed with
 * g_array_unref. */
GArray *sql_tokens(const char *text);

/* Replaces tokens: for each token `replace` returns new text (g_malloc'd) or NULL to keep it. */
typedef char *SqlReplace(const GArray *tokens, guint index, void *data);
char *sql_replace(const char *text, SqlReplace *replace, void *data);

#endif
