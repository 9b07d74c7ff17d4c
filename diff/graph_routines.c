/* Routines of one name: while an old one stands, a call may mean it as well as a new one. */
#include "diff/graph.h"

static char *name_of(const Object *routine)
{
    return g_strconcat(routine->schema, "\x1f", routine->name, NULL);
}

static GHashTable *drops_by_name(const ChangeGraph *g)
{
    GHashTable *drops =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
    for (guint i = 0; i < g->nodes->len; i++) {
        Node *node = g_ptr_array_index(g->nodes, i);
        const Object *from = node->change->from;
        if (node->change->op != CHANGE_OP_DROP || !(from->info->flags & KIND_ROUTINE))
            continue;
        g_autofree char *name = name_of(from);
        GPtrArray *list = g_hash_table_lookup(drops, name);
        if (!list) {
            list = g_ptr_array_new();
            g_hash_table_insert(drops, g_steal_pointer(&name), list);
        }
        g_ptr_array_add(list, node);
    }
    return drops;
}

void graph_connect_routines(ChangeGraph *g)
{
    g_autoptr(GHashTable) drops = drops_by_name(g);
    for (guint i = 0; i < g->nodes->len; i++) {
        Node *node = g_ptr_array_index(g->nodes, i);
        const Object *to = node->change->to;
        if (node->change->op != CHANGE_OP_CREATE || !(to->info->flags & KIND_ROUTINE))
            continue;
        g_autofree char *name = name_of(to);
        const GPtrArray *list = g_hash_table_lookup(drops, name);
        for (guint j = 0; list && j < list->len; j++)
            graph_edge(g_ptr_array_index(list, j), node, true);
    }
}
