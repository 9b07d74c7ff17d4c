/* From destinies to changes. */
#include "diff/compare.h"
#include "diff/lineage.h"
#include "diff/planner.h"
#include "schema/inheritance.h"
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

bool planner_goes(const Planner *planner, const Object *from)
{
    Fate fate = planner->destiny[from->index].fate;
    return fate == FATE_GONE || fate == FATE_REPLACE;
}

bool planner_comes(const Planner *planner, const Object *to)
{
    const Object *from = match_from(planner->match, to);
    Fate fate = from ? planner->destiny[from->index].fate : FATE_REPLACE;
    return fate == FATE_REPLACE || (fate == FATE_RETIRE && object_kind(to) == KIND_TABLE);
}

/* The checks of a domain, and all parts of a table, stand and fall with its new form. */
static bool of_retired(const Planner *planner, const Object *from)
{
    return from->parent && planner->destiny[from->parent->index].fate == FATE_RETIRE;
}

/* The retired table that a table is a partition of, at any depth: it goes with that, when the rows
 * of both are copied. */
static const Object *retired_parent(const Planner *planner, const Object *from)
{
    if (object_kind(from) != KIND_TABLE || planner->destiny[from->index].fate < FATE_REPLACE)
        return NULL;
    while (from && ((const Table *)from)->partition_of.name) {
        guint position = 0;
        from = inheritance_parent(planner->from, from, &position);
        if (from && planner->destiny[from->index].fate == FATE_RETIRE)
            return from;
    }
    return NULL;
}

const Object *planner_folded_create(Planner *planner, const Object *to)
{
    if (!to->parent)
        return planner_companion_create(planner, to);
    if (object_kind(to) != KIND_COLUMN)
        return planner_part_create(planner, to);
    if (planner_comes(planner, to->parent))
        return to->parent;
    const Object *above = ((const Column *)to)->inherited ? lineage_of_to(planner, to) : NULL;
    return above && planner_comes(planner, above) ? above : NULL;
}

/* What can refer to another table, or to a function that needs its own. */
static bool can_unfold(Kind kind)
{
    static const Kind kinds[] = {KIND_FOREIGN_KEY, KIND_CHECK,  KIND_INDEX,
                                 KIND_TRIGGER,     KIND_POLICY, KIND_RULE};
    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++)
        if (kinds[i] == kind)
            return true;
    return false;
}

/* A check that the table declares beside inheriting it. */
static bool is_inherited_too(const Planner *planner, const Object *from)
{
    guint position = 0;
    if (object_kind(from) != KIND_CHECK || object_kind(from->parent) != KIND_TABLE)
        return false;
    for (const Object *p; (p = inheritance_parent(planner->from, from->parent, &position));) {
        const Object *above = state_find_child(planner->from, KIND_CHECK, p, from->name);
        if (above && !((const Check *)above)->no_inherit)
            return true;
    }
    return false;
}

/* What the old form of a table has may need an operator that must make way before the table goes.
 */
static const Object *goes_with_retired(const Planner *planner, const Object *from)
{
    bool stands = !planner->unfold || !can_unfold(object_kind(from));
    const Object *above = stands ? NULL : planner->from_parts->above[from->index];
    if (above)
        return above;
    return stands || is_inherited_too(planner, from) ? from->parent : NULL;
}

/* The partitions of a table that refers to itself go one by one before it: they cannot while its
 * foreign key is there. */
static bool refers_to_own_partitions(const Object *from)
{
    const Object *table = from->parent;
    return object_kind(from) == KIND_FOREIGN_KEY && !part_attached_to(from) &&
           ((const Table *)table)->partition_by &&
           qualified_name_equal(((const ForeignKey *)from)->references,
                                (QualifiedName){table->schema, table->name});
}

const Object *planner_folded_drop(const Planner *planner, const Object *from)
{
    const Object *companion = planner_companion_drop(planner, from);
    if (companion)
        return companion;
    if (!from->parent)
        return retired_parent(planner, from);
    if (from->info->flags & KIND_STANDS_APART)
        return NULL;
    if (of_retired(planner, from) && planner->from_parts->above[from->index] &&
        object_kind(from) == KIND_FOREIGN_KEY)
        return planner->from_parts->above[from->index];
    if (of_retired(planner, from)) /* the other table of a foreign key may be retired too */
        return object_kind(from) == KIND_FOREIGN_KEY ? NULL : goes_with_retired(planner, from);
    const Object *whole = planner_part_drop(planner, from);
    if (whole && !planner_goes(planner, from->parent))
        return whole;
    if (refers_to_own_partitions(from))
        return NULL;
    if (planner_goes(planner, from->parent)) {
        if (!planner->unfold || !can_unfold(object_kind(from)))
            return from->parent;
        if (planner->from_parts->above[from->index] ||
            is_inherited_too(planner, from)) /* nobody can drop it by itself */
            return whole ? whole : from->parent;
        return NULL;
    }
    if (object_kind(from) != KIND_COLUMN || !((const Column *)from)->inherited)
        return NULL;
    const Object *above = lineage_of_from(planner, from);
    return above && planner_goes(planner, above) && !lineage_drops_only(planner, above) ? above
                                                                                        : NULL;
}

static bool loses_data(const Object *from)
{
    if (object_kind(from) == KIND_TABLE)
        return !((const Table *)from)->partition_by && !((const Table *)from)->server;
    return object_kind(from) == KIND_COLUMN && !((const Column *)from)->generated;
}

/* Whether a foreign key that stays refers to the table that a partition is in. */
static bool is_referred_to(const Planner *planner, const Object *from)
{
    if (object_kind(from) != KIND_TABLE || !((const Table *)from)->partition_of.name)
        return false;
    for (guint i = 0; i < planner->from->objects->len; i++) {
        const Object *key = g_ptr_array_index(planner->from->objects, i);
        if (object_kind(key) != KIND_FOREIGN_KEY || planner->destiny[i].fate > FATE_ALTER ||
            planner_goes(planner, key->parent))
            continue;
        QualifiedName name = ((const ForeignKey *)key)->references;
        const Object *table = state_find(planner->from, KIND_TABLE, name.schema, name.name);
        if (table && is_partition_within(planner->from, from, table))
            return true;
    }
    return false;
}

/* The column as it is between giving up its numbering, default or expression and what it takes on.
 */
static const Object *released(Planner *planner, const Object *from)
{
    Column *column = state_alloc(planner->from, sizeof *column);
    memcpy(column, from, sizeof *column);
    column->default_expr = NULL;
    column->generated = NULL;
    column->identity = NULL;
    column->identity_sequence = (QualifiedName){NULL, NULL};
    column->identity_comment = NULL;
    memset(&column->sequence, 0, sizeof column->sequence);
    return &column->object;
}

/* Whether a column that a table declares beside inheriting it goes together with that above. */
static bool goes_after_above(const Planner *planner, const Object *from)
{
    guint position = 0;
    if (object_kind(from) != KIND_COLUMN || object_kind(from->parent) != KIND_TABLE ||
        ((const Column *)from)->inherited)
        return false;
    for (const Object *p; (p = inheritance_parent(planner->from, from->parent, &position));) {
        const Object *above = state_find_child(planner->from, KIND_COLUMN, p, from->name);
        if (above && planner_goes(planner, above) && !planner_goes(planner, p))
            return true;
    }
    return false;
}

/* It goes later than that: what its default needs may go with the one above. */
static void make_release_of_dropped(Planner *planner, const Object *from)
{
    const Object *bare = released(planner, from);
    guint64 mask = object_difference(from, bare);
    if (!mask)
        return;
    planner->destiny[from->index].release = true;
    Change *release = add(planner, CHANGE_OP_ALTER, from, bare);
    release->mask = mask;
    release->rebuild = true;
}

static void make_drop(Planner *planner, const Object *from)
{
    const Destiny *destiny = &planner->destiny[from->index];
    if (planner_folded_drop(planner, from))
        return;
    if (goes_after_above(planner, from) && !((const Column *)from)->generated)
        make_release_of_dropped(planner, from);
    Change *change = add(planner, CHANGE_OP_DROP, from, NULL);
    change->rebuild = destiny->rebuild;
    change->replaces = destiny->fate == FATE_REPLACE;
    change->detaches = is_referred_to(planner, from);
    change->only = object_kind(from) == KIND_COLUMN && object_kind(from->parent) == KIND_TABLE &&
                   lineage_drops_only(planner, from);
    change->cascades = planner_holds_keys(planner, from);
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
    change->completes = true;
    change->mask = field_mask(to->object.info, "owned_by_table") |
                   field_mask(to->object.info, "owned_by_column");
}

/* A column that came from the parent's, with what it has of its own. */
static void make_own(Planner *planner, const Object *above, const Object *to)
{
    Column *plain = state_alloc(planner->from, sizeof *plain);
    memcpy(plain, to, sizeof *plain);
    plain->object.comment = NULL;
    plain->not_null = column_hands_down_not_null((const Column *)above);
    plain->default_expr = ((const Column *)above)->default_expr;
    plain->statistics = ((const Column *)above)->statistics;
    plain->storage = ((const Column *)above)->storage;
    plain->options = (NameList){0, NULL};
    plain->compression = ((const Column *)above)->compression;
    guint64 mask = compare_objects(&plain->object, to);
    if (!mask)
        return;
    Change *change = add(planner, CHANGE_OP_ALTER, &plain->object, to);
    change->mask = mask;
    change->completes = true;
}

/* Whether a table has an index for its replica identity: it cannot name it before it is there. */
static bool identifies_rows(const Object *index)
{
    return kind_attaches(object_kind(index)) && object_kind(index->parent) == KIND_TABLE &&
           g_strcmp0(((const Table *)index->parent)->replica_identity_index, index->name) == 0;
}

/* What a part that PostgreSQL made has of its own; those that are made one by one have it. */
static void make_usual(Planner *planner, const Object *with, const Object *to)
{
    for (const Object *next = with; next && object_kind(with) != KIND_TABLE;
         next = planner_folded_create(planner, with))
        with = next;
    if (kind_attaches(object_kind(to)) && object_kind(with) != KIND_TABLE &&
        !planner_is_whole(planner, with))
        return;
    Object *usual = planner_usual_part(planner, to);
    bool taken_over = usual->info != to->info;
    guint64 mask = 0;
    if (!taken_over)
        mask = compare_objects(usual, to);
    else if (to->comment)
        mask = CHANGED_COMMENT;
    if (!mask && !taken_over && usual->name == to->name && !identifies_rows(to))
        return;
    Change *change = add(planner, CHANGE_OP_ALTER, usual, to);
    change->mask = mask;
    change->completes = true;
}

static void make_create(Planner *planner, const Object *to)
{
    const Object *with = planner_folded_create(planner, to);
    if (with) {
        if (object_kind(with) == KIND_COLUMN && !match_from(planner->match, to))
            make_own(planner, with, to);
        if (planner->to_parts->above[to->index])
            make_usual(planner, with, to);
        return;
    }
    const Object *from = match_from(planner->match, to);
    Change *change = add(planner, CHANGE_OP_CREATE, NULL, to);
    change->rebuild = from && planner->destiny[from->index].rebuild;
    change->replaces = from != NULL;
    change->by_parts = kind_attaches(object_kind(to)) && !planner_is_whole(planner, to);
    change->instead_of = from;
    change->canonical = planner_canonical(planner->to_needs, to);
    if (object_kind(to) == KIND_SEQUENCE && ((const Sequence *)to)->owned_by_column)
        make_owned(planner, (const Sequence *)to);
}

static guint64 link_fields(const KindInfo *info)
{
    return field_mask(info, "partition_of") | field_mask(info, "values") |
           field_mask(info, "inherits");
}

static bool has_parent(const Table *table, QualifiedName name)
{
    const Parent *parents = table->inherits.items;
    for (guint i = 0; i < table->inherits.count; i++)
        if (qualified_name_equal(parents[i].table, name))
            return true;
    return false;
}

/* The table with those parents that it has before and after. */
static Table *unlinked(Planner *planner, const Table *from, const Table *to, bool partition_stays)
{
    Table *loose = state_alloc(planner->from, sizeof *loose);
    *loose = *from;
    const Parent *parents = from->inherits.items;
    const Field *field = kind_field(from->object.info, "inherits");
    loose->inherits = state_items(planner->from, field->item, from->inherits.count);
    loose->inherits.count = 0;
    for (guint i = 0; i < from->inherits.count; i++)
        if (has_parent(to, parents[i].table))
            ((Parent *)loose->inherits.items)[loose->inherits.count++] = parents[i];
    if (!partition_stays) {
        loose->partition_of = (QualifiedName){NULL, NULL};
        loose->values = NULL;
    }
    return loose;
}

/* Leaves its parents in one change and joins others in another. */
static void make_links(Planner *planner, const Table *from, const Table *to, guint64 mask)
{
    bool stays = !(mask & (field_mask(from->object.info, "partition_of") |
                           field_mask(from->object.info, "values")));
    Table *loose = unlinked(planner, from, to, stays);
    bool leaves =
        (!stays && from->partition_of.name) || loose->inherits.count < from->inherits.count;
    bool joins = (!stays && to->partition_of.name) || loose->inherits.count < to->inherits.count;
    if (leaves)
        add(planner, CHANGE_OP_ALTER, &from->object, &loose->object)->mask = mask;
    if (joins)
        add(planner, CHANGE_OP_ALTER, &loose->object, &to->object)->mask = mask;
}

static void make_alter(Planner *planner, const Object *from, const Object *to)
{
    const Destiny *destiny = &planner->destiny[from->index];
    guint64 mask = lineage_own_mask(planner, from, to, destiny->mask);
    mask = planner_part_mask(planner, from, to, mask);
    const Object *start = from;
    const Object *above = lineage_of_from(planner, from);
    if (destiny->release && !(above && planner->destiny[above->index].release)) {
        start = released(planner, from);
        Change *release = add(planner, CHANGE_OP_ALTER, from, start);
        release->mask = object_difference(from, start);
        mask |= object_difference(start, to) &
                (field_mask(to->info, "default") | field_mask(to->info, "identity"));
        if (!((const Column *)to)->default_expr)
            mask &= ~field_mask(to->info, "default");
        if (!((const Column *)to)->identity)
            mask &= ~field_mask(to->info, "identity");
        if (!((const Column *)to)->generated)
            mask &= ~field_mask(to->info, "generated");
        release->rebuild = !(destiny->mask & release->mask);
    }
    if (object_kind(to) == KIND_TABLE && (mask & link_fields(to->info))) {
        make_links(planner, (const Table *)from, (const Table *)to, mask & link_fields(to->info));
        mask &= ~link_fields(to->info);
    }
    if (!mask)
        return;
    Change *change = add(planner, CHANGE_OP_ALTER, start, to);
    change->mask = mask;
    change->retyped = destiny->retyped;
    change->rebuild = !destiny->mask;
}

/* A part goes with what it is part of, whatever its name is. */
static bool goes_as_part(const Planner *planner, const Object *from)
{
    return planner->from_parts->above[from->index] && planner_goes(planner, from) &&
           planner_folded_drop(planner, from);
}

static void make_renames(Planner *planner)
{
    for (guint i = 0; i < planner->match->renames->len; i++) {
        const Rename *r = &g_array_index(planner->match->renames, Rename, i);
        if (goes_as_part(planner, r->from))
            continue;
        bool labels = object_kind(r->old) == KIND_ENUM && r->old->name == r->from->name &&
                      r->old->schema == r->from->schema;
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
    if (!retired_parent(planner, from))
        add(planner, CHANGE_OP_DROP_RETIRED, from, to);
}

/* A sequence that stays is owned by the column of the new table before the old one goes. */
static void make_owned_anew(Planner *planner, const Object *from)
{
    const Object *to = match_to(planner->match, from);
    const Sequence *old = (const Sequence *)from;
    const Object *table = old->owned_by_column
                              ? state_find(planner->from, KIND_TABLE, old->owned_by_table.schema,
                                           old->owned_by_table.name)
                              : NULL;
    if (table && to && ((const Sequence *)to)->owned_by_column &&
        planner->destiny[table->index].fate == FATE_RETIRE)
        make_owned(planner, (const Sequence *)to);
}

static void make_of_old(Planner *planner, const Object *from)
{
    const Object *to = match_to(planner->match, from);
    if (object_kind(from) == KIND_SEQUENCE)
        make_owned_anew(planner, from);
    if (to && of_retired(planner, from)) {
        if (object_kind(from->parent) == KIND_TABLE)
            make_drop(planner, from);
        make_create(planner, to);
        return;
    }
    Fate fate = planner->destiny[from->index].fate;
    g_assert(to || fate == FATE_GONE || fate == FATE_KEEP);
    switch (fate) {
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
