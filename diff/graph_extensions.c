/* What an extension holds is not in the states, so that anything may need it: an extension comes
 * before all that comes or changes, and goes after all that goes or changes. */
#include "diff/graph.h"

static bool is_about(const Node *node, Kind kind)
{
    return object_kind(change_object(node->change)) == kind;
}

static void connect_new(ChangeGraph *g, Node *extension)
{
    for (guint i = 0; i < g->nodes->len; i++) {
        Node *node = g_ptr_array_index(g->nodes, i);
        ChangeOp op = node->change->op;
        if (!is_about(node, KIND_EXTENSION) && !is_about(node, KIND_SCHEMA) &&
            (op == CHANGE_OP_CREATE || op == CHANGE_OP_ALTER))
            graph_edge(extension, node, true);
    }
}

static void connect_old(ChangeGraph *g, Node *extension)
{
    for (guint i = 0; i < g->nodes->len; i++) {
        Node *node = g_ptr_array_index(g->nodes, i);
        ChangeOp op = node->change->op;
        if (!is_about(node, KIND_EXTENSION) && !is_about(node, KIND_SCHEMA) &&
            (op == CHANGE_OP_DROP || op == CHANGE_OP_ALTER || op == CHANGE_OP_DROP_RETIRED))
            graph_edge(node, extension, true);
    }
}

void graph_connect_extensions(ChangeGraph *g)
{
    for (guint i = 0; i < g->nodes->len; i++) {
        Node *node = g_ptr_array_index(g->nodes, i);
        if (!is_about(node, KIND_EXTENSION))
            continue;
        if (node->change->op == CHANGE_OP_CREATE)
            connect_new(g, node);
        else if (node->change->op == CHANGE_OP_DROP)
            connect_old(g, node);
    }
}
