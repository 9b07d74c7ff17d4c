#include "emit/array_cast.h"

#include "schema/sqltext.h"

#include <string.h>

static const SqlToken *token_at(const GArray *tokens, guint i)
{
    return i < tokens->len ? &g_array_index(tokens, SqlToken, i) : NULL;
}

static bool is_mark(const SqlToken *token, const char *mark)
{
    return token && token->length == strlen(mark) &&
           strncmp(token->start, mark, token->length) == 0;
}

/* The bracket that closes the one at `open`; tokens->len when there is none. */
static guint closing(const GArray *tokens, guint open)
{
    int depth = 0;
    for (guint i = open; i < tokens->len; i++) {
        depth += is_mark(token_at(tokens, i), "[");
        depth -= is_mark(token_at(tokens, i), "]");
        if (depth == 0)
            return i;
    }
    return tokens->len;
}

/* Whether the tokens at `i` are (ARRAY[ … ])::type[], and where its bracket closes. */
static bool is_cast(const GArray *tokens, guint i, guint *ret_close)
{
    const SqlToken *word = token_at(tokens, i + 1);
    if (!is_mark(token_at(tokens, i), "(") || !word || word->kind != SQL_KEYWORD ||
        strcmp(word->name, "array") != 0 || !is_mark(token_at(tokens, i + 2), "["))
        return false;
    *ret_close = closing(tokens, i + 2);
    return is_mark(token_at(tokens, *ret_close + 1), ")") &&
           is_mark(token_at(tokens, *ret_close + 2), "::");
}

/* The type of the last element: what stands behind its cast. NULL where it has none. */
static char *element_type(const GArray *tokens, guint open, guint close)
{
    for (guint i = close; i-- > open;) {
        const SqlToken *token = token_at(tokens, i);
        if (is_mark(token, "::")) {
            const SqlToken *first = token_at(tokens, i + 1);
            const SqlToken *last = token_at(tokens, close - 1);
            return g_strndup(first->start, (gsize)(last->start + last->length - first->start));
        }
        if (is_mark(token, ",") || is_mark(token, "("))
            return NULL;
    }
    return NULL;
}

static char *own_type(const GArray *tokens, guint i, void *data)
{
    (void)data;
    if (!is_mark(token_at(tokens, i), "]"))
        return NULL;
    for (guint open = i; open-- > 0;) {
        guint close = 0;
        if (!is_cast(tokens, open, &close) || close != i)
            continue;
        g_autofree char *type = element_type(tokens, open + 2, close);
        return type ? g_strdup_printf("]::%s[]", type) : NULL;
    }
    return NULL;
}

char *array_casts_kept(const char *sql)
{
    return strstr(sql, "(ARRAY[") ? sql_replace(sql, own_type, NULL) : g_strdup(sql);
}
