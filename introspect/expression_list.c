#include "introspect/expression_list.h"

#include "schema/sqltext.h"

#include <stdbool.h>
#include <string.h>

static int depth_change(const SqlToken *token)
{
    if (token->length != 1)
        return 0;
    return strchr("([", *token->start) ? 1 : strchr(")]", *token->start) ? -1 : 0;
}

/* Whether the first token opens what the last one closes. */
static bool in_parentheses(const GArray *tokens, guint first, guint end)
{
    int depth = 0;
    if (*g_array_index(tokens, SqlToken, first).start != '(')
        return false;
    for (guint i = first; i < end; i++) {
        depth += depth_change(&g_array_index(tokens, SqlToken, i));
        if (depth == 0)
            return i + 1 == end;
    }
    return false;
}

static void add(GPtrArray *out, const GArray *tokens, guint first, guint end)
{
    if (first == end)
        return;
    if (in_parentheses(tokens, first, end)) {
        first++;
        end--;
    }
    const char *start = g_array_index(tokens, SqlToken, first).start;
    const SqlToken *last = &g_array_index(tokens, SqlToken, end - 1);
    g_ptr_array_add(out, g_strndup(start, (gsize)(last->start - start) + last->length));
}

GPtrArray *expression_list_split(const char *text)
{
    GPtrArray *out = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GArray) tokens = sql_tokens(text);
    guint first = 0;
    int depth = 0;
    if (!tokens)
        return out;
    for (guint i = 0; i < tokens->len; i++) {
        const SqlToken *token = &g_array_index(tokens, SqlToken, i);
        depth += depth_change(token);
        if (depth == 0 && token->length == 1 && *token->start == ',') {
            add(out, tokens, first, i);
            first = i + 1;
        }
    }
    add(out, tokens, first, tokens->len);
    return out;
}
