/* The order of changes: a topological sort that otherwise keeps to phases and names, and that stays
 * with a table while it can, so that its changes become one statement. */
#include "diff/graph.h"

static gint by_rank(gconstpointer a, gconstpointer b, gpointer data)
{
    (void)data;
    return (gint)((const Node *)a)->rank - (gint)((const Node *)b)->rank;
}

/* What can run now: all of it, and by table. */
typedef struct Ready {
    GTree *all;
    GHashTable *by_table; /* table → GTree of nodes */
} Ready;

static void make_ready(Ready *ready, Node *node)
{
    g_tree_insert(ready->all, node, node);
    if (!node->table)
        return;
    GTree *tree = g_hash_table_lookup(ready->by_table, node->table);
    if (!tree) {
        tree = g_tree_new_with_data(by_rank, NULL);
        g_hash_table_insert(ready->by_table, (gpointer)node->table, tree);
    }
    g_tree_insert(tree, node, node);
}

static Node *first_of(GTree *tree)
{
    GTreeNode *first = tree ? g_tree_node_first(tree) : NULL;
    return first ? g_tree_node_value(first) : NULL;
}

/* The next change of the same table as long as it can join the statement, foreign keys apart. */
static Node *next_of_table(const Ready *ready, const Node *last)
{
    if (!last || !last->table)
        return NULL;
    Node *node = first_of(g_hash_table_lookup(ready->by_table, last->table));
    if (!node || change_phase(node->change) > PHASE_CONSTRAINTS ||
        (node->change->op == CHANGE_OP_DROP && object_kind(node->change->from) == KIND_TABLE))
        return NULL;
    return node;
}

static void take(Ready *ready, Node *node)
{
    g_tree_remove(ready->all, node);
    if (node->table)
        g_tree_remove(g_hash_table_lookup(ready->by_table, node->table), node);
    node->done = true;
}

static void release_followers(Ready *ready, const Node *node)
{
    for (guint i = 0; i < node->before->len; i++) {
        Node *then = g_ptr_array_index(node->before, i);
        if (--then->waiting == 0 && then->waiting_soft == 0)
            make_ready(ready, then);
    }
    for (guint i = 0; i < node->before_soft->len; i++) {
        Node *then = g_ptr_array_index(node->before_soft, i);
        if (--then->waiting_soft == 0 && then->waiting == 0)
            make_ready(ready, then);
    }
}

/* ---- loops ---- */

static void visit(GPtrArray *reached, GHashTable *seen, const GPtrArray *followers)
{
    for (guint i = 0; i < followers->len; i++) {
        Node *then = g_ptr_array_index(followers, i);
        if (!then->done && g_hash_table_add(seen, then))
            g_ptr_array_add(reached, then);
    }
}

/* All that waits for a node, also through others. */
static GPtrArray *reached_from(const Node *node)
{
    GPtrArray *reached = g_ptr_array_new();
    g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
    visit(reached, seen, node->before);
    visit(reached, seen, node->before_soft);
    for (guint i = 0; i < reached->len; i++) {
        const Node *next = g_ptr_array_index(reached, i);
        visit(reached, seen, next->before);
        visit(reached, seen, next->before_soft);
    }
    return reached;
}

/* Takes away the soft edges by which a node waits for what waits for it; false without any. */
static bool leave_loop(Node *node)
{
    g_autoptr(GPtrArray) reached = reached_from(node);
    guint before = node->waiting_soft;
    for (guint i = 0; i < reached->len; i++) {
        Node *after = g_ptr_array_index(reached, i);
        while (g_ptr_array_remove(after->before_soft, node))
            node->waiting_soft--;
    }
    return node->waiting_soft < before;
}

/* Nothing is ready: a mention that may be a coincidence gives way, in a loop and nowhere else. */
static bool drop_soft(ChangeGraph *g, Ready *ready)
{
    for (guint i = 0; i < g->nodes->len; i++) {
        Node *node = g_ptr_array_index(g->nodes, i);
        if (node->done || node->waiting > 0 || node->waiting_soft == 0 || !leave_loop(node))
            continue;
        if (node->waiting_soft == 0)
            make_ready(ready, node);
        return true;
    }
    return false;
}

/* ---- the sort ---- */

static bool sort(ChangeGraph *g, GPtrArray *out)
{
    Ready ready = {g_tree_new_with_data(by_rank, NULL),
                   g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify)g_tree_unref)};
    for (guint i = 0; i < g->nodes->len; i++) {
        Node *node = g_ptr_array_index(g->nodes, i);
        node->rank = i;
        if (node->waiting == 0 && node->waiting_soft == 0)
            make_ready(&ready, node);
    }
    Node *last = NULL;
    while (out->len < g->nodes->len) {
        Node *node = next_of_table(&ready, last);
        if (!node)
            node = first_of(ready.all);
        if (!node) {
            if (drop_soft(g, &ready))
                continue;
            break;
        }
        take(&ready, node);
        g_ptr_array_add(out, node);
        release_followers(&ready, node);
        last = node;
    }
    g_tree_unref(ready.all);
    g_hash_table_unref(ready.by_table);
    return out->len == g->nodes->len;
}

static GPtrArray *loop_members(const ChangeGraph *g)
{
    GPtrArray *loop = g_ptr_array_new();
    for (guint i = 0; i < g->nodes->len; i++) {
        const Node *node = g_ptr_array_index(g->nodes, i);
        if (!node->done)
            g_ptr_array_add(loop, node->change);
    }
    return loop;
}

static void put_in_order(Plan *plan, const GPtrArray *nodes)
{
    for (guint i = 0; i < nodes->len; i++)
        plan->changes->pdata[i] = ((Node *)g_ptr_array_index(nodes, i))->change;
}

bool planner_order(Planner *planner, GPtrArray **ret_loop)
{
    g_autoptr(ChangeGraph) g = change_graph_new(planner);
    g_autoptr(GPtrArray) sorted = g_ptr_array_new();
    bool done = sort(g, sorted);
    if (done)
        put_in_order(planner->plan, sorted);
    else
        *ret_loop = loop_members(g);
    return done;
}
