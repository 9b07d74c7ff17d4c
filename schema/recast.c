#include "schema/recast.h"

#include <string.h>

static void clear_type(RecastType *type)
{
    g_free(type->text);
    g_free(type->element);
}

static void recast_free(gpointer data)
{
    Recast *recast = data;
    clear_type(&recast->from);
    clear_type(&recast->to);
    g_free(recast);
}

GPtrArray *recasts_new(void)
{
    return g_ptr_array_new_with_free_func(recast_free);
}

static RecastType copy_type(const RecastType *type)
{
    return (RecastType){g_strdup(type->text), g_strdup(type->element), type->class};
}

void recasts_add(GPtrArray *recasts, const RecastType *from, const RecastType *to)
{
    if (recasts_find(recasts, from, to))
        return;
    Recast *recast = g_new0(Recast, 1);
    recast->from = copy_type(from);
    recast->to = copy_type(to);
    g_ptr_array_add(recasts, recast);
}

static bool same_type(const RecastType *a, const RecastType *b)
{
    return strcmp(a->text, b->text) == 0 && g_strcmp0(a->class, b->class) == 0;
}

const Recast *recasts_find(const GPtrArray *recasts, const RecastType *from, const RecastType *to)
{
    for (guint i = 0; i < recasts->len; i++) {
        const Recast *recast = g_ptr_array_index(recasts, i);
        if (same_type(&recast->from, from) && same_type(&recast->to, to))
            return recast;
    }
    return NULL;
}

bool recasts_are_open(const GPtrArray *recasts)
{
    for (guint i = 0; i < recasts->len; i++)
        if (!((const Recast *)g_ptr_array_index(recasts, i))->answered)
            return true;
    return false;
}
