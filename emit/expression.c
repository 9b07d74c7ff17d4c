#include "emit/expression.h"

#include "emit/array_cast.h"
#include "schema/sqltext.h"

#include <string.h>

static bool token_is(const SqlToken *token, char c)
{
    return token->length == 1 && *token->start == c;
}

static const SqlToken *token_at(const GArray *tokens, guint i)
{
    return &g_array_index(tokens, SqlToken, i);
}

/* The index of the parenthesis that closes the one at `open`; tokens->len when there is none. */
static guint closing(const GArray *tokens, guint open)
{
    int depth = 0;
    for (guint i = open; i < tokens->len; i++) {
        if (token_is(token_at(tokens, i), '('))
            depth++;
        if (token_is(token_at(tokens, i), ')') && --depth == 0)
            return i;
    }
    return tokens->len;
}

/* The parentheses of a subquery are its own. */
static bool is_enclosed(const GArray *tokens)
{
    static const char *const queries[] = {"select", "values", "with", "table", NULL};
    if (tokens->len < 2 || !token_is(token_at(tokens, 0), '(') ||
        closing(tokens, 0) != tokens->len - 1)
        return false;
    const SqlToken *first = token_at(tokens, 1);
    return first->kind != SQL_KEYWORD || !g_strv_contains(queries, first->name);
}

/* name(…) or schema.name(…); not the functions that are keywords, which have a syntax of their
 * own. */
static bool is_call(const GArray *tokens)
{
    guint i = 0;
    while (i + 2 < tokens->len && token_at(tokens, i)->kind == SQL_IDENTIFIER &&
           token_is(token_at(tokens, i + 1), '.'))
        i += 2;
    return i + 1 < tokens->len && token_at(tokens, i)->kind == SQL_IDENTIFIER &&
           token_is(token_at(tokens, i + 1), '(') && closing(tokens, i + 1) == tokens->len - 1;
}

static bool ends_in_comment(const char *text)
{
    const char *line = strrchr(text, '\n');
    return strstr(line ? line : text, "--") != NULL;
}

/* Whether the text needs a line of its own behind it. */
static char *ended(const char *text)
{
    return g_strconcat(text, ends_in_comment(text) ? "\n" : "", NULL);
}

char *expression_plain(const char *sql)
{
    g_autofree char *text = array_casts_kept(sql);
    return ended(text);
}

static char *wrapped(const char *text)
{
    return g_strconcat("(", text, ends_in_comment(text) ? "\n)" : ")", NULL);
}

char *expression_enclosed(const char *sql)
{
    g_autofree char *text = array_casts_kept(sql);
    g_autoptr(GArray) tokens = sql_tokens(text);
    return tokens && is_enclosed(tokens) ? ended(text) : wrapped(text);
}

/* a_expr has these operators, b_expr has not:
 * https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-PRECEDENCE */
static const char *const loose_words[] = {"and", "at",      "between", "collate",  "ilike",
                                          "in",  "is",      "isnull",  "like",     "not",
                                          "or",  "notnull", "similar", "overlaps", NULL};

static bool is_loose(const GArray *tokens)
{
    for (guint i = 0; i < tokens->len; i++) {
        const SqlToken *token = token_at(tokens, i);
        if (token_is(token, '('))
            i = closing(tokens, i);
        else if (token->kind == SQL_KEYWORD && g_strv_contains(loose_words, token->name))
            return true;
    }
    return false;
}

char *expression_default(const char *sql)
{
    g_autofree char *text = array_casts_kept(sql);
    g_autoptr(GArray) tokens = sql_tokens(text);
    return tokens && !is_loose(tokens) ? ended(text) : wrapped(text);
}

char *expression_element(const char *sql)
{
    g_autofree char *text = array_casts_kept(sql);
    g_autoptr(GArray) tokens = sql_tokens(text);
    return tokens && (is_enclosed(tokens) || is_call(tokens)) ? ended(text) : wrapped(text);
}
