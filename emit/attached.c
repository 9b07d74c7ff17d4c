#include "emit/attached.h"

#include "emit/quote.h"

#include <string.h>

void attached_rename(Script *script, const char *word, const Object *from, const Object *to)
{
    g_autofree char *old = quote_name(from->name);
    g_autofree char *name = quote_name(to->name);
    g_autofree char *table = quote_object(to->parent);
    script_add(script, "ALTER %s %s ON %s RENAME TO %s", word, old, table, name);
}

void attached_drop(Script *script, const char *word, const Object *object)
{
    g_autofree char *name = attached_target(word, object);
    script_add(script, "DROP %s", name);
}

char *attached_target(const char *word, const Object *object)
{
    g_autofree char *name = quote_name(object->name);
    g_autofree char *table = quote_object(object->parent);
    return g_strdup_printf("%s %s ON %s", word, name, table);
}

const char *attached_state_words(const char *state)
{
    static const struct {
        const char *state;
        const char *words;
    } rows[] = {
        {"disabled", "DISABLE"}, {"replica", "ENABLE REPLICA"}, {"always", "ENABLE ALWAYS"}};
    for (size_t i = 0; state && i < G_N_ELEMENTS(rows); i++)
        if (strcmp(rows[i].state, state) == 0)
            return rows[i].words;
    return "ENABLE";
}

void attached_set_state(Script *script, const Object *object, const char *word, const char *state)
{
    g_autofree char *name = quote_name(object->name);
    script_clause(script, object->parent, "%s %s %s", attached_state_words(state), word, name);
}
