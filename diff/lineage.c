#include "diff/lineage.h"

#include "diff/compare.h"
#include "schema/inheritance.h"
#include "schema/kinds.h"

#define NOT_NULL_IS_CONSTRAINT 180000

/* Whether child and parent stay what they are to each other, neither being created anew. While its
 * place changes, a partition is detached. */
static bool stays(const Planner *planner, const Object *child, const Object *parent)
{
    const Object *new_child = match_to(planner->match, child);
    const Object *new_parent = match_to(planner->match, parent);
    Fate fate = planner->destiny[child->index].fate;
    Fate parent_fate = planner->destiny[parent->index].fate;
    return new_child && new_parent && fate <= FATE_ALTER && parent_fate <= FATE_ALTER &&
           !planner_leaves(planner, child) && is_child_of(planner->from, child, parent) &&
           is_child_of(planner->to, new_child, new_parent);
}

const Object *lineage_of_from(const Planner *planner, const Object *column)
{
    const Object *above =
        object_kind(column) == KIND_COLUMN ? inherited_column(planner->from, column) : NULL;
    return above && stays(planner, column->parent, above->parent) ? above : NULL;
}

const Object *lineage_of_to(const Planner *planner, const Object *column)
{
    const Object *above =
        object_kind(column) == KIND_COLUMN ? inherited_column(planner->to, column) : NULL;
    if (!above)
        return NULL;
    const Object *child = match_from(planner->match, column->parent);
    const Object *parent = match_from(planner->match, above->parent);
    return child && parent && stays(planner, child, parent) ? above : NULL;
}

/* Whether a column would still be inherited from another table if this one's went. */
static bool has_another_above(const Planner *planner, const Object *column, const Object *above)
{
    guint position = 0;
    for (const Object *p; (p = inheritance_parent(planner->from, column->parent, &position));) {
        const Object *other = state_find_child(planner->from, KIND_COLUMN, p, column->name);
        if (other && other != above && !planner_goes(planner, other) &&
            stays(planner, column->parent, p))
            return true;
    }
    return false;
}

bool lineage_drops_only(const Planner *planner, const Object *column)
{
    const GPtrArray *dependents = planner->from_needs->dependents[column->index];
    if (((const Table *)column->parent)->partition_by)
        return false;
    for (guint i = 0; dependents && i < dependents->len; i++) {
        const Object *child = g_ptr_array_index(dependents, i);
        if (object_kind(child) == KIND_COLUMN && lineage_of_from(planner, child) == column &&
            match_to(planner->match, child) && planner->destiny[child->index].fate <= FATE_ALTER &&
            !has_another_above(planner, child, column))
            return true;
    }
    return false;
}

bool lineage_stays_below(const Planner *planner, const Dependency *need)
{
    return need->via && g_str_equal(need->via->key, "inherited") &&
           object_kind(need->on) == KIND_COLUMN && planner_goes(planner, need->on) &&
           lineage_drops_only(planner, need->on);
}

/* What ALTER TABLE … ALTER COLUMN does to the column of the same name in partitions and children.
 */
static guint64 carried(const KindInfo *info)
{
    static const char *const keys[] = {"type",    "collation",  "default",  "not_null",
                                       "storage", "statistics", "generated"};
    guint64 mask = 0;
    for (size_t i = 0; i < G_N_ELEMENTS(keys); i++)
        mask |= field_mask(info, keys[i]);
    return mask;
}

/* Since PostgreSQL 18 NOT NULL is a constraint, and a table keeps one of its own when that above
 * goes.
 */
static bool keeps_not_null(const Planner *planner, const Column *from)
{
    int version = MAX(planner->from->server_version, planner->to->server_version);
    return version >= NOT_NULL_IS_CONSTRAINT && from->not_null &&
           (from->not_null_name || !from->inherited);
}

guint64 lineage_own_mask(const Planner *planner, const Object *from, const Object *to, guint64 mask)
{
    const Object *above = lineage_of_from(planner, from);
    const Object *new_above = above ? match_to(planner->match, above) : NULL;
    if (!new_above)
        return mask;
    const Destiny *destiny = &planner->destiny[above->index];
    guint64 reached = destiny->mask & carried(to->info);
    if (destiny->release)
        reached |= field_mask(to->info, "default");
    if (destiny->mask & field_mask(to->info, "not_null_no_inherit"))
        reached |= field_mask(to->info, "not_null");
    Column handed = *(const Column *)new_above;
    handed.not_null = column_hands_down_not_null(&handed);
    if (!handed.not_null && keeps_not_null(planner, (const Column *)from))
        reached &= ~field_mask(to->info, "not_null");
    guint64 bit = 1;
    for (const Field *f = to->info->fields; f->key; f++, bit <<= 1) {
        if (!(reached & bit))
            continue;
        if (compare_field(f, &handed, to))
            mask &= ~bit;
        else
            mask |= bit;
    }
    return mask;
}

void lineage_spread(Planner *planner)
{
    bool more = true;
    while (more) {
        more = false;
        for (guint i = 0; i < planner->from->objects->len; i++) {
            const Object *from = g_ptr_array_index(planner->from->objects, i);
            Destiny *destiny = &planner->destiny[i];
            const Object *to = match_to(planner->match, from);
            if (object_kind(from) != KIND_COLUMN || destiny->fate != FATE_KEEP || !to)
                continue;
            destiny->mask = lineage_own_mask(planner, from, to, 0);
            if (!destiny->mask)
                continue;
            destiny->fate = FATE_ALTER;
            more = true;
        }
    }
}
