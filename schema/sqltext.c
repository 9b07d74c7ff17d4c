#include "schema/sqltext.h"

#include <pg_query.h>
#include <pg_query/pg_query.pb-c.h>
#include <string.h>

static void token_clear(gpointer data)
{
    g_free(((SqlToken *)data)->name);
}

/* The characters of a quoted token, `quote` doubled inside standing for itself. */
static char *unquoted(const char *start, gsize length, char quote)
{
    GString *out = g_string_new(NULL);
    for (gsize i = 1; i + 1 < length; i++) {
        g_string_append_c(out, start[i]);
        if (start[i] == quote && start[i + 1] == quote)
            i++;
    }
    return g_string_free(out, FALSE);
}

static SqlToken token_from(const char *text, const PgQuery__ScanToken *scanned)
{
    SqlToken token = {.start = text + scanned->start,
                      .length = (gsize)(scanned->end - scanned->start),
                      .kind = SQL_OTHER};
    if (scanned->token == PG_QUERY__TOKEN__IDENT) {
        token.kind = SQL_IDENTIFIER;
        token.name = *token.start == '"' ? unquoted(token.start, token.length, '"')
                                         : g_ascii_strdown(token.start, (gssize)token.length);
    } else if (scanned->token == PG_QUERY__TOKEN__SCONST && *token.start == '\'') {
        token.kind = SQL_STRING;
        token.name = unquoted(token.start, token.length, '\'');
    } else if (scanned->token == PG_QUERY__TOKEN__ICONST ||
               scanned->token == PG_QUERY__TOKEN__FCONST) {
        token.kind = SQL_NUMBER;
    } else if (scanned->keyword_kind != PG_QUERY__KEYWORD_KIND__NO_KEYWORD) {
        token.kind = SQL_KEYWORD;
        token.name = g_ascii_strdown(token.start, (gssize)token.length);
    }
    return token;
}

GArray *sql_tokens(const char *text)
{
    PgQueryScanResult scan = pg_query_scan(text);
    if (scan.error) {
        pg_query_free_scan_result(scan);
        return NULL;
    }
    PgQuery__ScanResult *result =
        pg_query__scan_result__unpack(NULL, scan.pbuf.len, (const uint8_t *)scan.pbuf.data);
    GArray *tokens = g_array_new(FALSE, TRUE, sizeof(SqlToken));
    g_array_set_clear_func(tokens, token_clear);
    for (size_t i = 0; i < result->n_tokens; i++) {
        const PgQuery__ScanToken *scanned = result->tokens[i];
        if (scanned->token == PG_QUERY__TOKEN__SQL_COMMENT ||
            scanned->token == PG_QUERY__TOKEN__C_COMMENT)
            continue;
        SqlToken token = token_from(text, scanned);
        g_array_append_val(tokens, token);
    }
    pg_query__scan_result__free_unpacked(result, NULL);
    pg_query_free_scan_result(scan);
    return tokens;
}

static bool token_is(const SqlToken *token, char c)
{
    return token->length == 1 && *token->start == c;
}

static bool token_equal(const SqlToken *a, const SqlToken *b)
{
    if (a->kind != b->kind)
        return false; /* "user" is a column, USER a function */
    if (a->kind == SQL_IDENTIFIER || a->kind == SQL_KEYWORD)
        return strcmp(a->name, b->name) == 0;
    return a->length == b->length && memcmp(a->start, b->start, a->length) == 0;
}

/* Whether the parentheses at both ends of tokens[from..to) belong together. */
static bool enclosed(const GArray *tokens, guint from, guint to)
{
    if (to - from < 2 || !token_is(&g_array_index(tokens, SqlToken, from), '('))
        return false;
    int depth = 0;
    for (guint i = from; i < to; i++) {
        const SqlToken *token = &g_array_index(tokens, SqlToken, i);
        if (token_is(token, '('))
            depth++;
        if (token_is(token, ')') && --depth == 0)
            return i == to - 1;
    }
    return false;
}

static void trim(const GArray *tokens, guint *from, guint *to)
{
    while (enclosed(tokens, *from, *to)) {
        (*from)++;
        (*to)--;
    }
}

bool sql_equal(const char *a, const char *b)
{
    if (g_strcmp0(a, b) == 0)
        return true;
    if (!a || !b)
        return false;
    g_autoptr(GArray) x = sql_tokens(a);
    g_autoptr(GArray) y = sql_tokens(b);
    if (!x || !y)
        return false;
    guint x_from = 0;
    guint x_to = x->len;
    guint y_from = 0;
    guint y_to = y->len;
    trim(x, &x_from, &x_to);
    trim(y, &y_from, &y_to);
    if (x_to - x_from != y_to - y_from)
        return false;
    for (guint i = 0; i < x_to - x_from; i++)
        if (!token_equal(&g_array_index(x, SqlToken, x_from + i),
                         &g_array_index(y, SqlToken, y_from + i)))
            return false;
    return true;
}

char *sql_replace(const char *text, SqlReplace *replace, void *data)
{
    g_autoptr(GArray) tokens = sql_tokens(text);
    if (!tokens)
        return g_strdup(text);
    GString *out = g_string_new(NULL);
    const char *copied = text;
    for (guint i = 0; i < tokens->len; i++) {
        g_autofree char *other = replace(tokens, i, data);
        if (!other)
            continue;
        const SqlToken *token = &g_array_index(tokens, SqlToken, i);
        g_string_append_len(out, copied, token->start - copied);
        g_string_append(out, other);
        copied = token->start + token->length;
    }
    g_string_append(out, copied);
    return g_string_free(out, FALSE);
}
