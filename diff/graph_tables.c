/* What must run before what when tables change their parents, or are made anew with their rows. */
#include "diff/graph.h"

#include "schema/inheritance.h"
#include "schema/kinds.h"

#include <string.h>

bool change_is_link(const Change *change)
{
    const Object *object = change_object(change);
    if (change->op != CHANGE_OP_ALTER || object_kind(object) != KIND_TABLE)
        return false;
    return change_has(change, "partition_of") || change_has(change, "values") ||
           change_has(change, "inherits");
}

static bool is_about_child_of(const Change *c, const Object *from, const Object *to)
{
    return (c->from && c->from->parent && c->from->parent == from) ||
           (c->to && c->to->parent && c->to->parent == to);
}

static bool comes_after_joining(Planner *planner, const Object *to)
{
    return planner_is_rival(planner, to) || planner_waits_for_joining(planner, to);
}

/* What of a table's parts must be right before it is attached to another one. */
static bool must_fit(Planner *planner, const Change *c)
{
    Kind kind = object_kind(change_object(c));
    if (c->to && comes_after_joining(planner, c->to))
        return false;
    return c->op == CHANGE_OP_DROP || (kind <= KIND_INDEX && kind != KIND_FOREIGN_KEY);
}

/* Whether a change takes a partition from a table. */
static bool makes_room(const ChangeGraph *g, const Change *c, const Object *parent)
{
    guint position = 0;
    if (!c->from || object_kind(c->from) != KIND_TABLE ||
        !((const Table *)c->from)->partition_of.name ||
        inheritance_parent(g->planner->from, c->from, &position) != parent)
        return false;
    if (c->op == CHANGE_OP_RETIRE)
        return g->planner->destiny[parent->index].fate != FATE_RETIRE;
    return c->op == CHANGE_OP_DROP ||
           (change_is_link(c) && match_to(g->planner->match, c->from) != c->to);
}

/* A partition comes when those have gone whose place it may take. */
static void connect_room(ChangeGraph *g, Node *node)
{
    guint position = 0;
    const Object *to = node->change->to;
    if (object_kind(to) != KIND_TABLE || !((const Table *)to)->partition_of.name)
        return;
    const Object *parent = inheritance_parent(g->planner->to, to, &position);
    const Object *old = parent ? match_from(g->planner->match, parent) : NULL;
    for (guint i = 0; old && i < g->nodes->len; i++) {
        Node *other = g_ptr_array_index(g->nodes, i);
        if (makes_room(g, other->change, old))
            graph_edge(other, node, true);
    }
}

/* A table and all that it inherits from, at any depth. */
static GPtrArray *lineage_upwards(const State *state, const Object *table)
{
    GPtrArray *tables = g_ptr_array_new();
    g_ptr_array_add(tables, (gpointer)table);
    for (guint i = 0; i < tables->len; i++) {
        guint position = 0;
        for (Object *p; (p = inheritance_parent(state, g_ptr_array_index(tables, i), &position));)
            if (!g_ptr_array_find(tables, p, NULL))
                g_ptr_array_add(tables, p);
    }
    return tables;
}

/* A table leaves its parent before the parts of either change, and joins one after they did: what
 * changes above a parent goes on to it. */
void graph_connect_link(ChangeGraph *g, Node *node)
{
    const Change *c = node->change;
    const Match *match = g->planner->match;
    bool leaves = match_to(match, c->from) != c->to;
    const Object *to = match_to(match, c->from);
    const Object *from = match_from(match, to);
    g_autoptr(GPtrArray) families =
        lineage_upwards(leaves ? g->planner->from : g->planner->to, leaves ? from : to);
    for (guint f = 0; f < families->len; f++) {
        const Object *old = g_ptr_array_index(families, f);
        const Object *new = old;
        if (f > 0)
            graph_edge(leaves ? node : graph_maker(g, old), leaves ? graph_remover(g, old) : node,
                       false);
        if (leaves)
            new = match_to(match, old);
        else
            old = match_from(match, old);
        for (guint i = 0; i < g->nodes->len; i++) {
            Node *other = g_ptr_array_index(g->nodes, i);
            if (!is_about_child_of(other->change, old, new))
                continue;
            if (leaves)
                graph_edge(node, other, false);
            else if (other->change->completes)
                graph_edge(node, other, false);
            else if (must_fit(g->planner, other->change))
                graph_edge(other, node, false);
            else if (other->change->to && comes_after_joining(g->planner, other->change->to))
                graph_edge(node, other, false);
        }
    }
    if (!leaves)
        connect_room(g, node);
    for (guint i = 0; leaves && i < g->nodes->len; i++) {
        Node *other = g_ptr_array_index(g->nodes, i);
        if (change_is_link(other->change) && other->change->to == to)
            graph_edge(node, other, false);
    }
}

/* Routines, and those of a range, are renamed while the types of their arguments have their names.
 */
static void retire_before_types(ChangeGraph *g, Node *node)
{
    const GArray *needs = g->planner->from_needs->of[node->change->from->index];
    for (guint i = 0; needs && i < needs->len; i++) {
        const Object *on = g_array_index(needs, Dependency, i).on;
        if (on->info->flags & KIND_TYPE)
            graph_edge(node, g->retire_of_from[on->index], false);
    }
}

void graph_connect_retired(ChangeGraph *g, Node *node)
{
    guint position = 0;
    const Object *from = node->change->from;
    if (object_kind(from) == KIND_RANGE || object_kind(from) == KIND_FUNCTION)
        retire_before_types(g, node);
    if (object_kind(from) != KIND_TABLE || !((const Table *)from)->partition_of.name)
        return;
    const Object *parent = inheritance_parent(g->planner->from, from, &position);
    if (parent)
        graph_edge(g->retire_of_from[parent->index], node, false);
}

bool graph_has_left(const ChangeGraph *g, const Node *node, const Object *on)
{
    const Object *old = node->change->from;
    const Object *table = on->parent ? on->parent : on;
    guint position = 0;
    return node->change->op == CHANGE_OP_DROP_RETIRED && object_kind(old) == KIND_TABLE &&
           ((const Table *)old)->partition_of.name &&
           inheritance_parent(g->planner->from, old, &position) == table &&
           g->planner->destiny[table->index].fate != FATE_RETIRE;
}

/* The rows of a retired table are copied when all partitions are there, and before what watches
 * over rows. */
void graph_connect_copy(ChangeGraph *g, Node *node)
{
    const Object *table = node->change->to;
    for (guint i = 0; i < g->nodes->len; i++) {
        Node *other = g_ptr_array_index(g->nodes, i);
        const Object *object = change_object(other->change);
        Kind kind = object_kind(object);
        if (other->change->op == CHANGE_OP_CREATE || change_is_link(other->change)) {
            if (kind == KIND_TABLE && is_partition_within(g->planner->to, object, table))
                graph_edge(other, node, false);
            else if ((kind == KIND_FOREIGN_KEY || kind > KIND_INDEX) &&
                     dependency_find(g->planner->to_needs, object, table))
                graph_edge(node, other, false);
        } else if (other->change->completes && kind == KIND_SEQUENCE) {
            graph_edge(other, node, false);
        }
    }
}

static void connect_part(ChangeGraph *g, Node *drop)
{
    const Object *part = drop->change->from;
    const Object *table = part->parent ? match_to(g->planner->match, part->parent) : NULL;
    if (!table || object_kind(table) != KIND_TABLE || !((const Table *)table)->partition_of.name)
        return;
    for (guint i = 0; i < g->nodes->len; i++) {
        Node *other = g_ptr_array_index(g->nodes, i);
        const Object *to = other->change->to;
        if (other->change->op == CHANGE_OP_CREATE && to->parent && object_kind(to) != KIND_COLUMN &&
            is_partition_within(g->planner->to, table, to->parent))
            graph_edge(drop, other, false);
    }
}

/* A new column is filled from old ones while these are still there. */
static void connect_fill(ChangeGraph *g, Node *node)
{
    const Object *to = node->change->to;
    const char *backfill = object_kind(to) == KIND_COLUMN ? ((const Column *)to)->backfill : NULL;
    const Object *table = backfill ? match_from(g->planner->match, to->parent) : NULL;
    guint position = 0;
    for (const Object *old; table && (old = object_child(table, KIND_COLUMN, &position));)
        if (strstr(backfill, old->name))
            graph_edge(node, g->drop_of_from[old->index], true);
}

/* Built partition by partition, an index is never valid as long as one without is there. */
static void connect_built(ChangeGraph *g, Node *create)
{
    const Object *index = create->change->to;
    if (!kind_attaches(object_kind(index)) || object_kind(index->parent) != KIND_TABLE ||
        !((const Table *)index->parent)->partition_by)
        return;
    const Object *old = match_from(g->planner->match, index->parent);
    for (guint i = 0; old && i < g->nodes->len; i++) {
        Node *other = g_ptr_array_index(g->nodes, i);
        const Object *gone = other->change->from;
        if (other->change->op == CHANGE_OP_DROP && object_kind(gone) == KIND_TABLE &&
            is_partition_within(g->planner->from, gone, old))
            graph_edge(other, create, true);
    }
}

/* Partitions that come later would have an index that is meant to be on the table above only. */
static void connect_only(ChangeGraph *g, Node *create)
{
    const Object *index = create->change->to;
    if (!part_is_only(index))
        return;
    for (guint i = 0; i < g->nodes->len; i++) {
        Node *other = g_ptr_array_index(g->nodes, i);
        const Object *table = other->change->to;
        guint position = 0;
        if (other->change->op == CHANGE_OP_CREATE && object_kind(table) == KIND_TABLE &&
            ((const Table *)table)->partition_of.name &&
            inheritance_parent(g->planner->to, table, &position) == index->parent)
            graph_edge(other, create, true);
    }
}

/* A column that a table declares beside inheriting it comes before the one above, which is merged
 * with it, and is the table's own once that is gone. */
static void connect_column(ChangeGraph *g, Node *node)
{
    const Object *column = change_object(node->change);
    bool drop = node->change->op == CHANGE_OP_DROP;
    const State *state = drop ? g->planner->from : g->planner->to;
    guint position = 0;
    if (object_kind(column) != KIND_COLUMN || object_kind(column->parent) != KIND_TABLE ||
        ((const Column *)column)->inherited)
        return;
    for (const Object *p; (p = inheritance_parent(state, column->parent, &position));) {
        const Object *above = state_find_child(state, KIND_COLUMN, p, column->name);
        if (above && drop)
            graph_edge(g->drop_of_from[above->index], node, false);
        else if (above)
            graph_edge(node, g->create_of_to[above->index], false);
    }
}

/* A check that holds in a table comes before one above that nobody has looked at: it would be made
 * as unsure as that, and cannot be added again. */
static void connect_check(ChangeGraph *g, Node *create)
{
    const Object *to = create->change->to;
    guint position = 0;
    if (object_kind(to) != KIND_CHECK || ((const Check *)to)->not_valid ||
        object_kind(to->parent) != KIND_TABLE)
        return;
    for (const Object *p; (p = inheritance_parent(g->planner->to, to->parent, &position));) {
        const Object *above = state_find_child(g->planner->to, KIND_CHECK, p, to->name);
        if (above && ((const Check *)above)->not_valid && !((const Check *)above)->no_inherit)
            graph_edge(create, g->create_of_to[above->index], false);
    }
}

/* The foreign keys that come to a table find its old partitions gone. */
static void come_after(ChangeGraph *g, Node *drop, const Object *to)
{
    const GPtrArray *dependents = to ? g->planner->to_needs->dependents[to->index] : NULL;
    for (guint i = 0; dependents && i < dependents->len; i++) {
        const Object *key = g_ptr_array_index(dependents, i);
        if (object_kind(key) == KIND_FOREIGN_KEY)
            graph_edge(drop, g->create_of_to[key->index], true);
    }
}

/* A partition can be dropped when no foreign key refers to its table any more. */
static void connect_references(ChangeGraph *g, Node *drop)
{
    const Object *table = drop->change->from;
    guint position = 0;
    while (object_kind(table) == KIND_TABLE && ((const Table *)table)->partition_of.name &&
           (table = inheritance_parent(g->planner->from, table, &position))) {
        const GPtrArray *dependents = g->planner->from_needs->dependents[table->index];
        for (guint i = 0; dependents && i < dependents->len; i++) {
            const Object *key = g_ptr_array_index(dependents, i);
            if (object_kind(key) == KIND_FOREIGN_KEY && !part_attached_to(key) &&
                key->parent != drop->change->from)
                graph_edge(graph_remover(g, key), drop, false);
        }
        come_after(g, drop, match_to(g->planner->match, table));
        position = 0;
    }
}

/* What comes above a table would be made in it as well, and may not agree with what the table has
 * of its own; likewise what is still above. */
static void connect_family(ChangeGraph *g, Node *node)
{
    bool drop = node->change->op == CHANGE_OP_DROP;
    const Object *table = change_object(node->change);
    if (object_kind(table) != KIND_TABLE)
        return;
    g_autoptr(GPtrArray) families =
        lineage_upwards(drop ? g->planner->from : g->planner->to, table);
    for (guint f = 1; f < families->len; f++) {
        const Object *above = g_ptr_array_index(families, f);
        above = drop ? match_to(g->planner->match, above) : match_from(g->planner->match, above);
        for (guint i = 0; above && i < g->nodes->len; i++) {
            Node *other = g_ptr_array_index(g->nodes, i);
            const Change *c = other->change;
            if (drop && c->op == CHANGE_OP_CREATE && c->to->parent == above)
                graph_edge(node, other, true);
            if (!drop && c->op == CHANGE_OP_DROP && c->from->parent == above)
                graph_edge(other, node, true);
        }
    }
}

/* A table has one primary key at a time. */
static void connect_key(ChangeGraph *g, Node *create)
{
    const Object *key = create->change->to;
    const Object *table =
        object_kind(key) == KIND_PRIMARY_KEY ? match_from(g->planner->match, key->parent) : NULL;
    guint position = 0;
    const Object *old = table ? object_child(table, KIND_PRIMARY_KEY, &position) : NULL;
    if (old)
        graph_edge(g->drop_of_from[old->index], create, false);
}

static Node *persistence_of(const ChangeGraph *g, const Object *to)
{
    const Object *from = to ? match_from(g->planner->match, to) : NULL;
    Node *node = from ? g->alter_of_from[from->index] : NULL;
    return node && change_has(node->change, "unlogged") ? node : NULL;
}

/* A table that outlives a crash refers to none that does not: what it refers to becomes so before
 * it, and ceases to be after it. */
static void connect_unlogged(ChangeGraph *g, Node *node)
{
    const Object *to = node->change->to;
    guint position = 0;
    if (object_kind(to) != KIND_TABLE || !change_has(node->change, "unlogged"))
        return;
    for (const Object *key; (key = object_child(to, KIND_FOREIGN_KEY, &position));) {
        QualifiedName name = ((const ForeignKey *)key)->references;
        Node *other =
            persistence_of(g, state_find(g->planner->to, KIND_TABLE, name.schema, name.name));
        if (((const Table *)to)->unlogged)
            graph_edge(node, other, true);
        else
            graph_edge(other, node, true);
    }
}

void graph_connect_tables(ChangeGraph *g)
{
    for (guint i = 0; i < g->nodes->len; i++) {
        Node *node = g_ptr_array_index(g->nodes, i);
        if (node->change->op == CHANGE_OP_CREATE) {
            connect_fill(g, node);
            connect_room(g, node);
            connect_only(g, node);
            connect_check(g, node);
            connect_column(g, node);
            connect_built(g, node);
            connect_family(g, node);
            connect_key(g, node);
        } else if (node->change->op == CHANGE_OP_DROP) {
            connect_part(g, node);
            connect_references(g, node);
            connect_column(g, node);
            connect_family(g, node);
        } else if (node->change->op == CHANGE_OP_ALTER) {
            connect_unlogged(g, node);
        }
    }
}
