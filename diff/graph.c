/* Which change must run before which. */
#include "diff/graph.h"

#include "diff/lineage.h"
#include "schema/inheritance.h"
#include "schema/kinds.h"

#include <string.h>

static void node_free(gpointer data)
{
    Node *node = data;
    g_ptr_array_unref(node->before);
    g_ptr_array_unref(node->before_soft);
    g_free(node);
}

void graph_edge(Node *first, Node *then, bool soft)
{
    if (!first || !then || first == then)
        return;
    g_ptr_array_add(soft ? first->before_soft : first->before, then);
    if (soft)
        then->waiting_soft++;
    else
        then->waiting++;
}

/* When a kind's objects are created, altered and dropped; kinds that are not listed are like the
 * one before them in kinds.def. */
static const struct {
    Kind kind;
    int create, alter, drop;
} phases[] = {
    {KIND_SCHEMA, 5, 5, 11},         {KIND_DEFAULT_PRIVILEGES, 5, 1, 1},
    {KIND_EXTENSION, 5, 5, 11},      {KIND_ENUM, 5, 1, 11},
    {KIND_DOMAIN, 5, 5, 11},         {KIND_VIEW, 10, 10, 3},
    {KIND_COLUMN, 7, 7, 7},          {KIND_PRIMARY_KEY, 8, 7, 3},
    {KIND_FOREIGN_KEY, 9, 7, 3},     {KIND_INDEX, 8, 7, 3},
    {KIND_STATISTICS, 10, 7, 3},     {KIND_TRIGGER, 10, 10, 3},
    {KIND_EVENT_TRIGGER, 13, 13, 1},
};

static size_t phase_row(Kind kind)
{
    size_t row = 0;
    while (row + 1 < G_N_ELEMENTS(phases) && phases[row + 1].kind <= kind)
        row++;
    return row;
}

int change_phase(const Change *change)
{
    const Object *object = change_object(change);
    Kind kind = object_kind(object);
    bool of_domain = object->parent && object_kind(object->parent) == KIND_DOMAIN;
    size_t row = phase_row(of_domain && change->op == CHANGE_OP_CREATE ? KIND_DOMAIN : kind);
    if (change_is_link(change))
        return ((const Table *)change->to)->partition_of.name ||
                       ((const Table *)change->to)->inherits.count
                   ? PHASE_CONSTRAINTS
                   : 4;
    switch (change->op) {
    case CHANGE_OP_RENAME:
        return 0;
    case CHANGE_OP_RETIRE:
        return 2;
    case CHANGE_OP_CREATE:
        return phases[row].create;
    case CHANGE_OP_ALTER:
        return phases[row].alter;
    case CHANGE_OP_DROP:
        return phases[row].drop;
    case CHANGE_OP_DROP_RETIRED: /* a table's rows are copied before its keys are there */
        return kind == KIND_TABLE ? 7 : 11;
    }
    return 12;
}

static gint by_phase(gconstpointer a, gconstpointer b)
{
    const Node *x = *(Node *const *)a;
    const Node *y = *(Node *const *)b;
    int difference = change_phase(x->change) - change_phase(y->change);
    if (difference)
        return difference;
    if (x->change->op == CHANGE_OP_DROP &&
        y->change->op == CHANGE_OP_DROP) /* last come, first gone */
        difference = (int)object_kind(y->change->from) - (int)object_kind(x->change->from);
    if (difference == 0)
        difference = object_compare(change_object(x->change), change_object(y->change));
    return difference ? difference : (int)x->change->op - (int)y->change->op;
}

/* Tables are known by their new form where they have one. */
static const Object *table_of(const Planner *planner, const Change *change)
{
    const Object *object = change_object(change);
    const Object *table = object->parent ? object->parent : object;
    if (object_kind(table) != KIND_TABLE || change->op == CHANGE_OP_RENAME)
        return NULL;
    if (change_is_link(change))
        return match_to(planner->match, change->from);
    if (!change->to && match_to(planner->match, table))
        return match_to(planner->match, table);
    return table;
}

static bool is_column_split(const Change *change)
{
    return object_kind(change_object(change)) == KIND_COLUMN && change->op == CHANGE_OP_ALTER;
}

static void register_node(ChangeGraph *g, Node *node)
{
    const Change *c = node->change;
    const Planner *p = g->planner;
    switch (c->op) {
    case CHANGE_OP_CREATE:
        g->create_of_to[c->to->index] = node;
        break;
    case CHANGE_OP_DROP:
        g->drop_of_from[c->from->index] = node;
        break;
    case CHANGE_OP_RETIRE:
        g->retire_of_from[c->from->index] = node;
        break;
    case CHANGE_OP_DROP_RETIRED:
        g->drop_retired_of_from[c->from->index] = node;
        break;
    case CHANGE_OP_RENAME:
        g->rename_of_from[c->to->index] = node;
        break;
    case CHANGE_OP_ALTER:
        if (change_is_link(c))
            break; /* nothing else waits for it */
        if (c->completes)
            break; /* the same */
        if (is_column_split(c) && p->destiny[c->from->index].release &&
            !g->release_of_from[c->from->index])
            g->release_of_from[c->from->index] = node;
        else
            g->alter_of_from[c->from->index] = node;
        break;
    }
}

/* The node that alters an object of the old state: a column's may be that of its parent's. */
static Node *alterer(const ChangeGraph *g, const Object *from)
{
    for (; from; from = lineage_of_from(g->planner, from))
        if (g->alter_of_from[from->index])
            return g->alter_of_from[from->index];
    return NULL;
}

/* The node that makes an object of the new state what it is there (NULL: it is so already). */
Node *graph_maker(const ChangeGraph *g, const Object *to)
{
    for (const Object *with; (with = planner_folded_create(g->planner, to));)
        to = with;
    if (g->create_of_to[to->index])
        return g->create_of_to[to->index];
    const Object *from = match_from(g->planner->match, to);
    return from ? alterer(g, from) : NULL;
}

/* The node after which an object of the old state is not there any more as it was. */
Node *graph_remover(const ChangeGraph *g, const Object *from)
{
    for (const Object *with; (with = planner_folded_drop(g->planner, from));)
        from = with;
    if (g->drop_of_from[from->index])
        return g->drop_of_from[from->index];
    return g->retire_of_from[from->index];
}

/* A sequence leaves the column that owns it. */
static bool changes_owner(const Change *c)
{
    return change_has(c, "owned_by_table") || change_has(c, "owned_by_column");
}

static bool owns(const Dependency *need)
{
    return need->via && g_str_has_prefix(need->via->key, "owned_by_");
}

/* A domain gets its checks before it is used: once a column holds an array of it, it takes none. */
static void wait_for_checks(ChangeGraph *g, Node *node, const Object *to, const Object *domain)
{
    guint position = 0;
    for (const Object *check; (check = object_child(domain, KIND_CHECK, &position));)
        if (to->parent != domain)
            graph_edge(g->create_of_to[check->index], node, true);
}

static void wait_for_needs(ChangeGraph *g, Node *node, const Object *to, bool with_owner)
{
    const GArray *needs = g->planner->to_needs->of[to->index];
    for (guint i = 0; needs && i < needs->len; i++) {
        const Dependency *need = &g_array_index(needs, Dependency, i);
        if (owns(need) && !with_owner)
            continue;
        if (need->on->parent == to && object_kind(need->on) == KIND_COLUMN)
            continue; /* of its key: a table that stays has it, another one comes with it */
        Node *maker = graph_maker(g, need->on);
        /* a sequence numbers before its new owner is there, which may be what waits for it here */
        if (!maker || maker->change->op != CHANGE_OP_ALTER || !changes_owner(maker->change))
            graph_edge(maker, node, need->soft);
        if (object_kind(need->on) == KIND_DOMAIN)
            wait_for_checks(g, node, to, need->on);
    }
}

/* A default or expression that goes in a change of its own gives up what it needs, and no other. */
static bool gives_up(const ChangeGraph *g, const Node *node, const Object *from,
                     const Dependency *need)
{
    const Node *release = g->release_of_from[from->index];
    bool of_value = need->via && (g_str_equal(need->via->key, "default") ||
                                  g_str_equal(need->via->key, "generated"));
    return (!owns(need) || changes_owner(node->change)) &&
           (!release || of_value == (node == release));
}

/* Whether the new source of a routine mentions something of that name too. */
static bool mentions_again(const ChangeGraph *g, const Object *from, const Object *on)
{
    const Object *to = match_to(g->planner->match, from);
    const GArray *needs = to ? g->planner->to_needs->of[to->index] : NULL;
    for (guint i = 0; needs && i < needs->len; i++) {
        const Dependency *need = &g_array_index(needs, Dependency, i);
        if (need->loose && need->on->schema == on->schema && need->on->name == on->name)
            return true;
    }
    return false;
}

/* `node` gives up what `from` needs: it runs before that goes. */
static void go_before_needs(ChangeGraph *g, Node *node, const Object *from)
{
    const GArray *needs = g->planner->from_needs->of[from->index];
    bool drops = node->change->op == CHANGE_OP_DROP;
    bool whole = drops || node == g->release_of_from[from->index];
    for (guint i = 0; needs && i < needs->len; i++) {
        const Dependency *need = &g_array_index(needs, Dependency, i);
        if (!gives_up(g, node, from, need))
            continue;
        if (need->loose && !drops && mentions_again(g, from, need->on))
            continue; /* it waits for the new one, with which it is to run */
        if (g->planner->from_parts->above[from->index] == need->on)
            continue; /* it goes with that */
        if (graph_has_left(g, node, need->on)) {
            Node *leaves = g->retire_of_from[node->change->from->index];
            graph_edge(leaves, graph_remover(g, need->on), need->soft);
            continue;
        }
        if (lineage_stays_below(g->planner, need)) {
            graph_edge(g->drop_of_from[need->on->index], node, false);
            continue;
        }
        graph_edge(node, g->drop_retired_of_from[need->on->index], need->soft);
        Node *gone = graph_remover(g, need->on);
        if (whole || !gone || gone->change->op != CHANGE_OP_RETIRE)
            graph_edge(node, gone, need->soft);
        if (whole && object_kind(need->on) == KIND_COLUMN)
            graph_edge(node, alterer(g, need->on), need->soft);
    }
}

static bool folded_into(ChangeGraph *g, const Object *child, const Object *object, bool creating)
{
    return object == (creating ? planner_folded_create(g->planner, child)
                               : planner_folded_drop(g->planner, child));
}

/* … and for the parts that come with an index. */
static void connect_parts(ChangeGraph *g, Node *node, const Object *to)
{
    const GPtrArray *below = g->planner->to_parts->below[to->index];
    for (guint i = 0; kind_attaches(object_kind(to)) && below && i < below->len; i++) {
        const Object *part = g_ptr_array_index(below, i);
        if (planner_folded_create(g->planner, part) != to)
            continue;
        wait_for_needs(g, node, part, false);
        graph_wait_for_name(g, part, node);
        connect_parts(g, node, part);
    }
}

/* A change stands also for the children that come or go with its object. */
static void connect_with_children(ChangeGraph *g, Node *node, const Object *object, bool creating)
{
    if (creating) {
        wait_for_needs(g, node, object, false);
        graph_wait_for_name(g, object, node);
    } else {
        go_before_needs(g, node, object);
    }
    for (guint i = 0; object->children && i < object->children->len; i++) {
        const Object *child = g_ptr_array_index(object->children, i);
        if (folded_into(g, child, object, creating))
            connect_with_children(g, node, child, creating);
    }
    const Object *function =
        planner_canonical(creating ? g->planner->to_needs : g->planner->from_needs, object);
    if (function)
        connect_with_children(g, node, function, creating);
}

static void connect_column_split(ChangeGraph *g, Node *node, const Object *from)
{
    Node *settle = g->alter_of_from[from->index];
    graph_edge(node, settle, false);
    go_before_needs(g, node, from);
    graph_edge(node, g->drop_of_from[from->index], false);
    const Object *to = match_to(g->planner->match, from);
    if (!to)
        return;
    const GArray *old = g->planner->from_needs->of[from->index];
    for (guint i = 0; old && i < old->len; i++)
        if (settle && g_array_index(old, Dependency, i).via &&
            g_str_equal(g_array_index(old, Dependency, i).via->key, "default"))
            graph_edge(graph_remover(g, g_array_index(old, Dependency, i).on), settle, true);
    const GArray *new = g->planner->to_needs->of[to->index];
    for (guint i = 0; new &&i < new->len; i++)
        if (object_kind(g_array_index(new, Dependency, i).on) == KIND_SEQUENCE)
            graph_edge(node, graph_maker(g, g_array_index(new, Dependency, i).on), false);
}

static void connect_alter(ChangeGraph *g, Node *node)
{
    const Change *c = node->change;
    if (change_is_link(c)) {
        graph_connect_link(g, node);
        return;
    }
    if (c->completes) {
        graph_edge(graph_maker(g, c->to), node, false);
        wait_for_needs(g, node, c->to, true);
        return;
    }
    if (node == g->release_of_from[c->from->index]) {
        connect_column_split(g, node, c->from);
        return;
    }
    /* a column may wait for its sequence: that waits for a new owner only */
    wait_for_needs(g, node, match_to(g->planner->match, c->from), changes_owner(c));
    go_before_needs(g, node, c->from);
}

/* A rename comes before what happens to the renamed object, to its children, and to what needs it.
 */
static void connect_renames(ChangeGraph *g, Node *node)
{
    const Change *c = node->change;
    if (c->op == CHANGE_OP_RENAME)
        return;
    /* what a change completes is an object of the new state alone */
    const Object *old = c->completes ? NULL : c->from;
    const Object *object = old ? old : c->to;
    const Object *from = old;
    if (!from && object->parent)
        from = match_from(g->planner->match, object->parent);
    if (from) {
        graph_edge(g->rename_of_from[from->index], node, false);
        if (from->parent)
            graph_edge(g->rename_of_from[from->parent->index], node, false);
    }
    const GArray *needs =
        old ? g->planner->from_needs->of[old->index] : g->planner->to_needs->of[object->index];
    for (guint i = 0; needs && i < needs->len; i++) {
        const Object *on = g_array_index(needs, Dependency, i).on;
        if (!old)
            on = match_from(g->planner->match, on);
        if (on)
            graph_edge(g->rename_of_from[on->index], node, false);
    }
}

/* Renames one after the other, each after what has the name it takes. */
static void connect_rename(ChangeGraph *g, Node *node, Node *previous)
{
    const Object *to = node->change->to; /* of the renamed state */
    const Object *schema =
        to->schema ? state_find(g->planner->to, KIND_SCHEMA, NULL, to->schema) : NULL;
    graph_edge(previous, node, false);
    if (schema)
        graph_edge(g->create_of_to[schema->index], node, false);
    graph_wait_for_name(g, to, node);
}

/* What is put back finds the old things gone: a foreign key would rest on the old key again. */
static void wait_for_old_needs(ChangeGraph *g, Node *node, const Object *from)
{
    const GArray *needs = g->planner->from_needs->of[from->index];
    for (guint i = 0; needs && i < needs->len; i++)
        graph_edge(g->drop_of_from[g_array_index(needs, Dependency, i).on->index], node, true);
}

static void connect(ChangeGraph *g)
{
    Node *rename = NULL;
    for (guint i = 0; i < g->nodes->len; i++) {
        Node *node = g_ptr_array_index(g->nodes, i);
        const Change *c = node->change;
        connect_renames(g, node);
        switch (c->op) {
        case CHANGE_OP_RENAME:
            connect_rename(g, node, rename);
            rename = node;
            break;
        case CHANGE_OP_CREATE: {
            const Object *from = match_from(g->planner->match, c->to);
            connect_with_children(g, node, c->to, true);
            connect_parts(g, node, c->to);
            if (from) {
                graph_edge(g->drop_of_from[from->index], node, false);
                graph_edge(g->retire_of_from[from->index], node, false);
                graph_edge(node, g->drop_retired_of_from[from->index], false);
                wait_for_old_needs(g, node, from);
            }
            break;
        }
        case CHANGE_OP_DROP:
            connect_with_children(g, node, c->from, false);
            break;
        case CHANGE_OP_DROP_RETIRED:
            connect_with_children(g, node, c->from, false);
            if (object_kind(c->to) == KIND_TABLE)
                graph_connect_copy(g, node);
            break;
        case CHANGE_OP_ALTER:
            connect_alter(g, node);
            break;
        case CHANGE_OP_RETIRE:
            graph_connect_retired(g, node);
            break;
        }
    }
}

ChangeGraph *change_graph_new(Planner *planner)
{
    guint from_count = planner->from->objects->len + 1;
    ChangeGraph *g = g_new0(ChangeGraph, 1);
    g->planner = planner;
    g->nodes = g_ptr_array_new_with_free_func(node_free);
    g->create_of_to = g_new0(Node *, planner->to->objects->len + 1);
    Node ***by_from[] = {&g->drop_of_from,   &g->alter_of_from,        &g->release_of_from,
                         &g->retire_of_from, &g->drop_retired_of_from, &g->rename_of_from};
    for (size_t i = 0; i < G_N_ELEMENTS(by_from); i++)
        *by_from[i] = g_new0(Node *, from_count);
    g->vacated = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < planner->plan->changes->len; i++) {
        Node *node = g_new0(Node, 1);
        node->change = g_ptr_array_index(planner->plan->changes, i);
        node->before = g_ptr_array_new();
        node->before_soft = g_ptr_array_new();
        node->table = table_of(planner, node->change);
        g_ptr_array_add(g->nodes, node);
        register_node(g, node);
    }
    graph_note_names(g);
    g_ptr_array_sort(g->nodes, by_phase);
    connect(g);
    graph_connect_tables(g);
    graph_connect_routines(g);
    graph_connect_extensions(g);
    return g;
}

void change_graph_free(ChangeGraph *g)
{
    if (!g)
        return;
    g_ptr_array_unref(g->nodes);
    g_free(g->create_of_to);
    g_free(g->drop_of_from);
    g_free(g->alter_of_from);
    g_free(g->release_of_from);
    g_free(g->retire_of_from);
    g_free(g->drop_retired_of_from);
    g_free(g->rename_of_from);
    g_hash_table_unref(g->vacated);
    g_free(g);
}
