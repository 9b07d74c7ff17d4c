/* Who takes a name waits for who frees it. */
#include "diff/graph.h"

#include "schema/default_names.h"
#include "schema/kinds.h"

static char *name_key(const char *space, const char *schema, const char *name)
{
    return g_strconcat(space, "\x1f", schema ? schema : "", "\x1f", name, NULL);
}

/* The name of an identity column's sequence, be it PostgreSQL's own; NULL for all else. */
static char *name_of_sequence(const Object *object)
{
    const Column *column = (const Column *)object;
    if (object_kind(object) != KIND_COLUMN || !column->identity)
        return NULL;
    const char *given = column->identity_sequence.name;
    return given ? g_strdup(given) : default_first_sequence_name(object);
}

/* The names that an object takes: in pg_class, in pg_type, among its table's constraints. */
static void names_taken(const Object *object, GPtrArray *out)
{
    if (object->info->flags & (KIND_RELATION | KIND_TYPE))
        g_ptr_array_add(out, name_key("type or relation", object->schema, object->name));
    g_autofree char *sequence = name_of_sequence(object);
    if (sequence)
        g_ptr_array_add(out, name_key("type or relation", object->schema, sequence));
    if (object->arguments) {
        g_autofree char *routine = g_strdup_printf("%s(%s)", object->name, object->arguments);
        g_ptr_array_add(out, name_key("routine", object->schema, routine));
    }
    if (object->info->flags & KIND_CONSTRAINT) {
        g_autofree char *table =
            g_strconcat(object->schema ? object->schema : "", "\x1f", object->parent->name, NULL);
        g_ptr_array_add(out, name_key("constraint", table, object->name));
    }
}

static void note_vacated(ChangeGraph *g, const Object *from, Node *node)
{
    g_autoptr(GPtrArray) keys = g_ptr_array_new();
    names_taken(from, keys);
    for (guint i = 0; i < keys->len; i++)
        g_hash_table_replace(g->vacated, g_ptr_array_index(keys, i), node);
}

/* What is renamed and then made anew frees its new name for nobody but itself. */
static void note_freed(ChangeGraph *g, Node *node)
{
    const Change *c = node->change;
    bool goes = c->op == CHANGE_OP_DROP || c->op == CHANGE_OP_RETIRE;
    if (c->op == CHANGE_OP_RENAME || (goes && !g->rename_of_from[c->from->index]))
        note_vacated(g, c->from, node);
}

void graph_wait_for_name(ChangeGraph *g, const Object *to, Node *node)
{
    g_autoptr(GPtrArray) keys = g_ptr_array_new_with_free_func(g_free);
    names_taken(to, keys);
    /* where the name of a sequence is not free, PostgreSQL finds another one */
    bool soft = object_kind(to) == KIND_COLUMN && !((const Column *)to)->identity_sequence.name;
    for (guint i = 0; i < keys->len; i++)
        graph_edge(g_hash_table_lookup(g->vacated, g_ptr_array_index(keys, i)), node, soft);
}

/* Names that folded children free go with their table. */
static void note_folded(ChangeGraph *g)
{
    for (guint i = 0; i < g->planner->from->objects->len; i++) {
        const Object *from = g_ptr_array_index(g->planner->from->objects, i);
        Fate fate = g->planner->destiny[i].fate;
        if ((fate == FATE_GONE || fate == FATE_REPLACE) && !g->drop_of_from[i])
            note_vacated(g, from, graph_remover(g, from));
    }
    const GArray *renames = g->planner->match->renames;
    for (guint i = 0; i < renames->len; i++) {
        const Rename *r = &g_array_index(renames, Rename, i);
        if (!g->rename_of_from[r->from->index])
            note_vacated(g, r->old, graph_remover(g, r->from));
    }
}

void graph_note_names(ChangeGraph *g)
{
    for (guint i = 0; i < g->nodes->len; i++)
        note_freed(g, g_ptr_array_index(g->nodes, i));
    note_folded(g);
}
