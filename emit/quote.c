#include "emit/quote.h"

#include "schema/identifier.h"

#include <string.h>

char *quote_name(const char *name)
{
    GString *out = g_string_new(NULL);
    identifier_append(out, name);
    return g_string_free(out, FALSE);
}

char *quote_qualified(QualifiedName name)
{
    GString *out = g_string_new(NULL);
    identifier_append_qualified(out, name);
    return g_string_free(out, FALSE);
}

char *quote_object(const Object *object)
{
    GString *out = g_string_new(NULL);
    if (object->parent)
        identifier_append(out, object->name);
    else
        identifier_append_qualified(out, (QualifiedName){object->schema, object->name});
    if (object->arguments)
        g_string_append_printf(out, "(%s)", object->arguments);
    return g_string_free(out, FALSE);
}

char *quote_names(NameList names)
{
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < names.count; i++) {
        if (i)
            g_string_append(out, ", ");
        identifier_append(out, names.names[i]);
    }
    return g_string_free(out, FALSE);
}

char *quote_literal(const char *text)
{
    GString *out = g_string_new(strchr(text, '\\') ? "E'" : "'");
    for (; *text; text++) {
        if (*text == '\'' || *text == '\\')
            g_string_append_c(out, *text);
        g_string_append_c(out, *text);
    }
    g_string_append_c(out, '\'');
    return g_string_free(out, FALSE);
}

char *quote_dollar(const char *body)
{
    g_autofree char *tag = g_strdup("$$");
    for (guint i = 0; strstr(body, tag); i++) {
        g_free(tag);
        tag = i ? g_strdup_printf("$body%u$", i) : g_strdup("$body$");
    }
    return g_strconcat(tag, body, tag, NULL);
}
