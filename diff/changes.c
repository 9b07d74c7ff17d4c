/* From destinies to changes. */
#include "diff/planner.h"
#include "schema/kinds.h"

#include <string.h>

static Change *add(Planner *planner, ChangeOp op, const Object *from, const Object *to)
{
    Change *change = g_new0(Change, 1);
    change->op = op;
    change->from = from;
    change->to = to;
    g_ptr_array_add(planner->plan->changes, change);
    return change;
}

static bool goes(const Planner *planner, const Object *from)
{
    Fate fate = planner->destiny[from->index].fate;
    return fate == FATE_GONE || fate == FATE_REPLACE;
}

static bool comes(const Planner *planner, const Object *to)
{
    const Object *from = match_from(planner->match, to);
    return !from || planner->destiny[from->index].fate == FATE_REPLACE;
}

/* The checks of a domain stand and fall with its new form. */
static bool of_retired(const Planner *planner, const Object *from)
{
    return from->parent && planner->destiny[from->parent->index].fate == FATE_RETIRE;
}

bool planner_folded_create(const Planner *planner, const Object *to)
{
    return to->parent && object_kind(to) == KIND_COLUMN && comes(planner, to->parent);
}

/* A sequence goes with the column that owns it. */
static bool goes_with_owner(const Planner *planner, const Object *from)
{
    const Sequence *sequence = (const Sequence *)from;
    if (object_kind(from) != KIND_SEQUENCE || !sequence->owned_by_column)
        return false;
    const Object *table = state_find(planner->from, KIND_TABLE, sequence->owned_by_table.schema,
                                     sequence->owned_by_table.name);
    const Object *column =
        table ? state_find_child(planner->from, KIND_COLUMN, table, sequence->owned_by_column)
              : NULL;
    return column && (goes(planner, column) || goes(planner, table));
}

bool planner_folded_drop(const Planner *planner, const Object *from)
{
    if (goes_with_owner(planner, from))
        return true;
    if (!from->parent || !(goes(planner, from->parent) || of_retired(planner, from)))
        return false;
    return !(planner->unfold && object_kind(from) == KIND_FOREIGN_KEY);
}

static bool loses_data(const Object *from)
{
    if (object_kind(from) == KIND_TABLE)
        return !((const Table *)from)->partition_by;
    return object_kind(from) == KIND_COLUMN && !((const Column *)from)->generated;
}

static void make_drop(Planner *planner, const Object *from)
{
    const Destiny *destiny = &planner->destiny[from->index];
    if (planner_folded_drop(planner, from))
        return;
    Change *change = add(planner, CHANGE_OP_DROP, from, NULL);
    change->rebuild = destiny->rebuild;
    change->replaces = destiny->fate == FATE_REPLACE;
    change->loses_data = loses_data(from);
}

/* A sequence is created before the column that it numbers, and owned by it afterwards. */
static void make_owned(Planner *planner, const Sequence *to)
{
    Sequence *free = state_alloc(planner->from, sizeof *free);
    *free = *to;
    free->owned_by_table = (QualifiedName){NULL, NULL};
    free->owned_by_column = NULL;
    Change *change = add(planner, CHANGE_OP_ALTER, &free->object, &to->object);
    change->mask = field_mask(to->object.info, "owned_by_table") |
                   field_mask(to->object.info, "owned_by_column");
}

static void make_create(Planner *planner, const Object *to)
{
    if (planner_folded_create(planner, to))
        return;
    const Object *from = match_from(planner->match, to);
    Change *change = add(planner, CHANGE_OP_CREATE, NULL, to);
    change->rebuild = from && planner->destiny[from->index].rebuild;
    change->replaces = from != NULL;
    if (object_kind(to) == KIND_SEQUENCE && ((const Sequence *)to)->owned_by_column)
        make_owned(planner, (const Sequence *)to);
}

/* The column as it is between giving up its numbering or default and taking on the new one. */
static const Object *released(Planner *planner, const Object *from)
{
    Column *column = state_alloc(planner->from, sizeof *column);
    memcpy(column, from, sizeof *column);
    column->default_expr = NULL;
    column->identity = NULL;
    column->identity_sequence = (QualifiedName){NULL, NULL};
    memset(&column->sequence, 0, sizeof column->sequence);
    return &column->object;
}

static void make_alter(Planner *planner, const Object *from, const Object *to)
{
    const Destiny *destiny = &planner->destiny[from->index];
    guint64 mask = destiny->mask;
    const Object *start = from;
    if (destiny->release) {
        start = released(planner, from);
        Change *release = add(planner, CHANGE_OP_ALTER, from, start);
        release->mask = object_difference(from, start);
        mask |= object_difference(start, to) &
                (field_mask(to->info, "default") | field_mask(to->info, "identity"));
        if (!((const Column *)to)->default_expr)
            mask &= ~field_mask(to->info, "default");
        if (!((const Column *)to)->identity)
            mask &= ~field_mask(to->info, "identity");
        release->rebuild = !(destiny->mask & release->mask);
    }
    if (!mask)
        return;
    Change *change = add(planner, CHANGE_OP_ALTER, start, to);
    change->mask = mask;
    change->retyped = destiny->retyped;
    change->rebuild = !destiny->mask;
}

static void make_renames(Planner *planner)
{
    for (guint i = 0; i < planner->match->renames->len; i++) {
        const Rename *r = &g_array_index(planner->match->renames, Rename, i);
        bool labels = r->old->name == r->from->name && r->old->schema == r->from->schema;
        Change *change = add(planner, labels ? CHANGE_OP_ALTER : CHANGE_OP_RENAME, r->old, r->from);
        if (labels)
            change->mask = field_mask(r->old->info, "values");
    }
}

static void make_retire(Planner *planner, const Object *from, const Object *to)
{
    add(planner, CHANGE_OP_RETIRE, from, to);
    make_create(planner, to);
    Change *create = g_ptr_array_index(planner->plan->changes, planner->plan->changes->len - 1);
    create->replaces = true;
    add(planner, CHANGE_OP_DROP_RETIRED, from, to);
}

static void make_of_old(Planner *planner, const Object *from)
{
    const Object *to = match_to(planner->match, from);
    switch (planner->destiny[from->index].fate) {
    case FATE_GONE:
        make_drop(planner, from);
        break;
    case FATE_REPLACE:
        make_drop(planner, from);
        make_create(planner, to);
        break;
    case FATE_RETIRE:
        make_retire(planner, from, to);
        break;
    case FATE_ALTER:
        make_alter(planner, from, to);
        break;
    case FATE_KEEP:
        if (of_retired(planner, from))
            make_create(planner, to);
        break;
    }
}

void planner_make_changes(Planner *planner)
{
    make_renames(planner);
    for (guint i = 0; i < planner->from->objects->len; i++)
        make_of_old(planner, g_ptr_array_index(planner->from->objects, i));
    for (guint i = 0; i < planner->to->objects->len; i++) {
        const Object *to = g_ptr_array_index(planner->to->objects, i);
        if (!match_from(planner->match, to))
            make_create(planner, to);
    }
}
