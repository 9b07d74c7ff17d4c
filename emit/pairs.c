#include "emit/pairs.h"

#include <string.h>

static void change_clear(gpointer data)
{
    g_free(((PairChange *)data)->key);
}

static char *key_of(const char *pair)
{
    return g_strndup(pair, strcspn(pair, "="));
}

static const char *value_of(const char *pair)
{
    const char *equals = strchr(pair, '=');
    return equals ? equals + 1 : "";
}

/* The pair of the same key, or NULL. */
static const char *counterpart(NameList list, const char *pair)
{
    gsize length = strcspn(pair, "=");
    for (guint i = 0; i < list.count; i++)
        if (strcspn(list.names[i], "=") == length && strncmp(list.names[i], pair, length) == 0)
            return list.names[i];
    return NULL;
}

GArray *pairs_change(NameList from, NameList to)
{
    GArray *changes = g_array_new(FALSE, TRUE, sizeof(PairChange));
    g_array_set_clear_func(changes, change_clear);
    for (guint i = 0; i < from.count; i++) {
        if (counterpart(to, from.names[i]))
            continue;
        PairChange gone = {key_of(from.names[i]), NULL};
        g_array_append_val(changes, gone);
    }
    for (guint i = 0; i < to.count; i++) {
        if (g_strcmp0(counterpart(from, to.names[i]), to.names[i]) == 0)
            continue;
        PairChange new = {key_of(to.names[i]), value_of(to.names[i])};
        g_array_append_val(changes, new);
    }
    return changes;
}
