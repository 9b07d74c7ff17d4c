#include "introspect/quote.h"

#include <string.h>

static char *enclose(const char *prefix, const char *text, char quote, bool backslashes)
{
    GString *quoted = g_string_new(prefix);
    g_string_append_c(quoted, quote);
    for (const char *c = text; *c; c++) {
        if (*c == quote || (backslashes && *c == '\\'))
            g_string_append_c(quoted, *c);
        g_string_append_c(quoted, *c);
    }
    g_string_append_c(quoted, quote);
    return g_string_free(quoted, FALSE);
}

char *quote_identifier(const char *name)
{
    return enclose("", name, '"', false);
}

char *quote_text(const char *text)
{
    bool backslashes = strchr(text, '\\') != NULL;
    return enclose(backslashes ? "E" : "", text, '\'', backslashes);
}

void quote_collation(GString *sql, QualifiedName collation)
{
    if (!collation.name)
        return;
    g_string_append(sql, " COLLATE ");
    if (collation.schema) {
        g_autofree char *schema = quote_identifier(collation.schema);
        g_string_append_printf(sql, "%s.", schema);
    }
    g_autofree char *name = quote_identifier(collation.name);
    g_string_append(sql, name);
}
