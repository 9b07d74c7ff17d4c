#include "emit/plain.h"

#include "emit/quote.h"

#include <string.h>

void plain_rename(Script *script, const char *word, const Object *from, const Object *to,
                  const char *tail)
{
    const char *end = tail ? tail : "";
    if (from->name != to->name) {
        g_autofree char *old = quote_qualified((QualifiedName){from->schema, from->name});
        g_autofree char *name = quote_name(to->name);
        script_add(script, "ALTER %s %s%s RENAME TO %s", word, old, end, name);
    }
    if (from->schema != to->schema) {
        g_autofree char *here = quote_qualified((QualifiedName){from->schema, to->name});
        g_autofree char *schema = quote_name(to->schema);
        script_add(script, "ALTER %s %s%s SET SCHEMA %s", word, here, end, schema);
    }
}

void plain_drop(Script *script, const char *word, const Object *object)
{
    g_autofree char *name = quote_qualified((QualifiedName){object->schema, object->name});
    script_add(script, "DROP %s %s", word, name);
}

char *plain_target(const char *word, const Object *object)
{
    g_autofree char *name = quote_qualified((QualifiedName){object->schema, object->name});
    return g_strdup_printf("%s %s", word, name);
}

static void append_option(GString *out, const char *verb, const char *option, bool with_value)
{
    const char *equals = strchr(option, '=');
    g_autofree char *key = equals ? g_strndup(option, (gsize)(equals - option)) : g_strdup(option);
    g_autofree char *name = quote_name(key);
    g_string_append_printf(out, "%s%s%s", out->len ? ", " : "", verb, name);
    if (!with_value)
        return;
    g_autofree char *value = quote_literal(equals ? equals + 1 : "");
    g_string_append_printf(out, " %s", value);
}

char *plain_options(NameList options)
{
    g_autoptr(GString) list = g_string_new(NULL);
    for (guint i = 0; i < options.count; i++)
        append_option(list, "", options.names[i], true);
    return list->len ? g_strdup_printf("OPTIONS (%s)", list->str) : g_strdup("");
}

/* The option of the same key, or NULL. */
static const char *counterpart(NameList options, const char *option)
{
    gsize length = strcspn(option, "=");
    for (guint i = 0; i < options.count; i++)
        if (strcspn(options.names[i], "=") == length &&
            strncmp(options.names[i], option, length) == 0)
            return options.names[i];
    return NULL;
}

char *plain_options_change(NameList from, NameList to)
{
    g_autoptr(GString) list = g_string_new(NULL);
    for (guint i = 0; i < from.count; i++)
        if (!counterpart(to, from.names[i]))
            append_option(list, "DROP ", from.names[i], false);
    for (guint i = 0; i < to.count; i++) {
        const char *before = counterpart(from, to.names[i]);
        if (!before)
            append_option(list, "ADD ", to.names[i], true);
        else if (strcmp(before, to.names[i]) != 0)
            append_option(list, "SET ", to.names[i], true);
    }
    return list->len ? g_strdup_printf("OPTIONS (%s)", list->str) : NULL;
}
