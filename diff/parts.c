/* Indexes and keys of partitions come and go with those that they are part of. */
#include "diff/compare.h"
#include "diff/planner.h"

#include "schema/default_names.h"
#include "schema/inheritance.h"
#include "schema/kinds.h"
#include "schema/part.h"

#include <string.h>

/* ---- tables that change their place ---- */

static guint64 place_fields(const Object *table)
{
    return field_mask(table->info, "partition_of") | field_mask(table->info, "values");
}

static bool moves(const Planner *planner, const Object *from)
{
    const Destiny *destiny = &planner->destiny[from->index];
    return destiny->fate == FATE_ALTER && (destiny->mask & place_fields(from));
}

bool planner_leaves(const Planner *planner, const Object *from)
{
    return ((const Table *)from)->partition_of.name && moves(planner, from);
}

bool planner_joins(const Planner *planner, const Object *to)
{
    const Object *from = match_from(planner->match, to);
    return ((const Table *)to)->partition_of.name && from && moves(planner, from);
}

/* The same of the one table that a part comes from. */
static bool leaves_table(const Planner *planner, const Object *table, const Object *parent)
{
    const Object *to = match_to(planner->match, table);
    const Object *new_parent = match_to(planner->match, parent);
    if (moves(planner, table))
        return true;
    return to && !(new_parent && is_child_of(planner->to, to, new_parent));
}

static bool joins_table(const Planner *planner, const Object *table, const Object *parent)
{
    const Object *from = match_from(planner->match, table);
    const Object *old_parent = match_from(planner->match, parent);
    if (from && moves(planner, from))
        return true;
    return from && !(old_parent && is_child_of(planner->from, from, old_parent));
}

static bool part_comes(const Planner *planner, const Object *to)
{
    return planner_comes(planner, to) || planner_comes(planner, to->parent);
}

/* ---- whether PostgreSQL makes the same parts by itself ---- */

static void append_names(GString *out, NameList names)
{
    for (guint i = 0; i < names.count; i++)
        g_string_append_printf(out, " %s", names.names[i]);
}

/* What PostgreSQL looks at when it seeks an index that can be attached. */
static char *shape_of(const Object *object)
{
    GString *out = g_string_new(NULL);
    if (object_kind(object) == KIND_INDEX) {
        const Index *index = (const Index *)object;
        const IndexElement *e = index->elements.items;
        g_string_append(out, index->unique ? "unique" : "");
        for (guint i = 0; i < index->elements.count; i++)
            g_string_append_printf(out, " %s", e[i].field ? e[i].field : e[i].expression);
        g_string_append_printf(out, ";%s;%s", index->method ? index->method : "",
                               index->where ? index->where : "");
        append_names(out, index->include);
    } else if (object_kind(object) == KIND_EXCLUSION) {
        const Exclusion *exclusion = (const Exclusion *)object;
        const IndexElement *e = exclusion->elements.items;
        for (guint i = 0; i < exclusion->elements.count; i++)
            g_string_append_printf(out, " %s", e[i].field ? e[i].field : e[i].expression);
        g_string_append(out, ";exclusion");
    } else {
        const KeyConstraint *key = (const KeyConstraint *)object;
        g_string_append(out, "unique");
        append_names(out, key->columns);
        g_string_append(out, ";;");
        append_names(out, key->include);
    }
    return g_string_free(out, FALSE);
}

static bool has_lookalike(const Object *table, const Object *part, const Object *partner,
                          const char *shape)
{
    for (guint i = 0; table && table->children && i < table->children->len; i++) {
        const Object *other = g_ptr_array_index(table->children, i);
        if (!kind_attaches(object_kind(other)) || other == part || other == partner ||
            part_attached_to(other))
            continue;
        g_autofree char *shape_of_other = shape_of(other);
        if (strcmp(shape_of_other, shape) == 0)
            return true;
    }
    return false;
}

/* Whether another index of the partition could be attached in its place. */
static bool is_ambiguous(const Planner *planner, const Object *part)
{
    g_autofree char *shape = shape_of(part);
    const Object *partner = match_from(planner->match, part);
    return has_lookalike(part->parent, part, partner, shape) ||
           has_lookalike(match_from(planner->match, part->parent), part, partner, shape);
}

/* Whether a new part is what PostgreSQL makes of the one above. */
static bool is_usual(Planner *planner, const Object *part, const Object *above)
{
    static const char *const keys[] = {"with", "tablespace"};
    if (part->info != above->info)
        return false;
    if (!planner->names)
        planner->names = default_names_new(planner->to);
    if (!part->name_implied && !default_name_is_given(planner->names, part))
        return false;
    for (size_t i = 0; i < G_N_ELEMENTS(keys); i++)
        if (!field_equal(kind_field(part->info, keys[i]), part, above))
            return false;
    return true;
}

bool planner_is_whole(Planner *planner, const Object *to)
{
    const GPtrArray *below = planner->to_parts->below[to->index];
    if (part_is_only(to))
        return false;
    for (guint i = 0; below && i < below->len; i++) {
        const Object *part = g_ptr_array_index(below, i);
        if ((part_comes(planner, part) && !is_usual(planner, part, to)) ||
            is_ambiguous(planner, part) || !planner_is_whole(planner, part))
            return false;
    }
    return true;
}

/* ---- what parts come and go with ---- */

/* The highest of those above a part that come in the same plan. */
static const Object *top_of(const Planner *planner, const Object *part)
{
    const Object *top = part;
    for (const Object *above = part; (above = planner->to_parts->above[above->index]);)
        if (part_comes(planner, above))
            top = above;
        else
            break;
    return top;
}

/* A check comes with the one above, or with its table; before that joins another it must be there.
 * PostgreSQL adds triggers and foreign keys to a table that joins, or takes the foreign keys that
 * it has for them. */
static const Object *constraint_comes_with(const Planner *planner, const Object *to,
                                           const Object *above)
{
    bool stands = !planner_comes(planner, to->parent);
    if (stands && joins_table(planner, to->parent, above->parent))
        return object_kind(to) == KIND_CHECK ? NULL : to->parent;
    if (part_comes(planner, above))
        return above;
    return stands ? NULL : to->parent;
}

const Object *planner_part_create(Planner *planner, const Object *to)
{
    const Object *above = planner->to_parts->above[to->index];
    if (!above || !part_comes(planner, to))
        return NULL;
    if (!kind_attaches(object_kind(to)))
        return constraint_comes_with(planner, to, above);
    if (!planner_comes(planner, to->parent)) {
        if (planner_joins(planner, to->parent))
            return NULL;
        return part_comes(planner, above) ? above : NULL;
    }
    if (!part_comes(planner, above))
        return to->parent;
    const Object *top = top_of(planner, above);
    bool stands_above = planner->to_parts->above[top->index] != NULL;
    if (stands_above && planner_comes(planner, top->parent))
        return to->parent;
    return planner_is_whole(planner, top) ? to->parent : above;
}

const Object *planner_part_drop(const Planner *planner, const Object *from)
{
    const Object *above = planner->from_parts->above[from->index];
    if (!above || !planner_goes(planner, from))
        return NULL;
    if (leaves_table(planner, from->parent, above->parent)) /* a table leaves its triggers behind */
        return object_kind(from) == KIND_TRIGGER ? from->parent : NULL;
    return planner_goes(planner, above) || planner_goes(planner, above->parent) ? above : NULL;
}

bool planner_holds_keys(const Planner *planner, const Object *from)
{
    const GPtrArray *below =
        object_kind(from) == KIND_INDEX ? planner->from_parts->below[from->index] : NULL;
    for (guint i = 0; below && i < below->len; i++) {
        const Object *part = g_ptr_array_index(below, i);
        bool stays_behind = planner_leaves(planner, part->parent);
        if (!stays_behind && (object_kind(part) != KIND_INDEX || planner_holds_keys(planner, part)))
            return true;
    }
    return false;
}

bool planner_waits_for_joining(Planner *planner, const Object *to)
{
    if (!kind_attaches(object_kind(to)))
        return false;
    for (const Object *index = to; index; index = planner->to_parts->above[index->index])
        if (part_comes(planner, index) && object_kind(index->parent) == KIND_TABLE &&
            ((const Table *)index->parent)->partition_by && !planner_is_whole(planner, index))
            return true;
    return false;
}

bool planner_is_rival(const Planner *planner, const Object *to)
{
    if (!kind_attaches(object_kind(to)) || part_attached_to(to) ||
        object_kind(to->parent) != KIND_TABLE || !planner_joins(planner, to->parent))
        return false;
    g_autofree char *shape = shape_of(to);
    for (guint i = 0; i < to->parent->children->len; i++) {
        const Object *part = g_ptr_array_index(to->parent->children, i);
        if (!kind_attaches(object_kind(part)) || !part_attached_to(part))
            continue;
        g_autofree char *wanted = shape_of(part);
        if (strcmp(shape, wanted) == 0)
            return true;
    }
    return false;
}

/* ---- what is between the part that PostgreSQL makes and the wanted one ---- */

static const char *usual_name(Planner *planner, const Object *part)
{
    if (!planner->names)
        planner->names = default_names_new(planner->to);
    if (part->name_implied || default_name_is_given(planner->names, part))
        return part->name;
    g_autofree char *name = default_name(planner->names, part);
    return g_intern_string(name);
}

/* Whether another constraint of the table has a name; PostgreSQL finds one for the part then. */
static bool is_name_taken(const Object *part, const char *name)
{
    if (!(part->info->flags & KIND_CONSTRAINT))
        return false;
    for (guint i = 0; i < part->parent->children->len; i++) {
        const Object *other = g_ptr_array_index(part->parent->children, i);
        if (other != part && (other->info->flags & KIND_CONSTRAINT) && other->name == name)
            return true;
    }
    return false;
}

/* The plain index that PostgreSQL makes where a key is wanted: the key takes it over. */
static Object *usual_index(Planner *planner, const Object *to, const Object *above)
{
    Object *index = state_alloc(planner->from, above->info->size);
    memcpy(index, above, above->info->size);
    index->parent = to->parent;
    index->schema = to->schema;
    index->comment = NULL;
    index->name_implied = false;
    index->name = usual_name(planner, index);
    return index;
}

Object *planner_usual_part(Planner *planner, const Object *to)
{
    const Object *above = planner->to_parts->above[to->index];
    if (above->info != to->info)
        return usual_index(planner, to, above);
    Object *usual = state_alloc(planner->from, to->info->size);
    const Object *empty = state_alloc(planner->from, to->info->size);
    memcpy(usual, to, to->info->size);
    usual->comment = NULL;
    bool numbered = !to->name_implied && planner_comes(planner, to->parent) && part_is_numbered(to);
    if (kind_attaches(object_kind(to)))
        usual->name = numbered ? PART_NUMBERED : usual_name(planner, to);
    else if (!to->name_implied)
        usual->name = is_name_taken(to, above->name) ? usual_name(planner, to) : above->name;
    for (const Field *f = to->info->fields; f->key; f++) {
        const Object *like = part_field_is_own(f) ? empty : above;
        if (f->effect != CHANGE_ALTER || strcmp(f->key, "attached_to") == 0 ||
            strcmp(f->key, "inherited") == 0)
            continue;
        if (f->type == FIELD_OPTIONS)
            FIELD_LIST(usual, f) = FIELD_LIST(like, f);
        else if (f->type == FIELD_BOOL)
            FIELD_FLAG(usual, f) = FIELD_FLAG(like, f);
        else
            FIELD_STRING(usual, f) = FIELD_STRING(like, f);
    }
    return usual;
}

/* ---- what reaches parts ---- */

guint64 planner_part_mask(const Planner *planner, const Object *from, const Object *to,
                          guint64 mask)
{
    const Object *above = planner->from_parts->above[from->index];
    const Object *new_above = planner->to_parts->above[to->index];
    if (!above || kind_attaches(object_kind(from)))
        return mask;
    if (leaves_table(planner, from->parent, above->parent))
        mask &= ~field_mask(from->info, "inherited");
    if (!new_above || new_above != match_to(planner->match, above))
        return mask;
    guint64 bit = 1;
    for (const Field *f = to->info->fields; f->key; f++, bit <<= 1)
        if ((planner->destiny[above->index].mask & bit) && field_equal(f, new_above, to))
            mask &= ~bit;
    return mask;
}

/* PostgreSQL alters an inherited constraint or trigger with the one above: where it is to be
 * another one, it is altered after that. */
static void spread_handed_down(Planner *planner, const Object *from)
{
    const Object *above = planner->from_parts->above[from->index];
    const Object *to = match_to(planner->match, from);
    const Object *new_above = to ? planner->to_parts->above[to->index] : NULL;
    Destiny *destiny = &planner->destiny[from->index];
    if (!above || !new_above || new_above != match_to(planner->match, above) ||
        planner->destiny[above->index].fate != FATE_ALTER || destiny->fate > FATE_ALTER)
        return;
    guint64 bit = 1;
    for (const Field *f = to->info->fields; f->key; f++, bit <<= 1)
        if ((planner->destiny[above->index].mask & bit) && f->effect == CHANGE_ALTER &&
            strcmp(f->key, "inherited") != 0 && !compare_field(f, new_above, to)) {
            destiny->mask |= bit;
            destiny->fate = FATE_ALTER;
        }
}

/* ---- what parts ask of what they are part of ---- */

static bool stands(const Planner *planner, const Object *from)
{
    return match_to(planner->match, from) && planner->destiny[from->index].fate <= FATE_ALTER;
}

/* Whether a check is inherited from another table as well, which stays above with its check. */
static bool has_another_above(const Planner *planner, const Object *from, const Object *above)
{
    guint position = 0;
    const Object *to = match_to(planner->match, from->parent);
    for (const Object *p; (p = inheritance_parent(planner->from, from->parent, &position));) {
        const Object *other = state_find_child(planner->from, object_kind(from), p, from->name);
        if (to && other && other != above && stands(planner, other) &&
            is_child_of(planner->to, to, match_to(planner->match, p)))
            return true;
    }
    return false;
}

/* No part can be taken from an index: it is made anew without it. */
static bool spread_part(Planner *planner, const Object *from)
{
    const Object *above = planner->from_parts->above[from->index];
    const Object *to = match_to(planner->match, from);
    if (!above || !stands(planner, from->parent) ||
        leaves_table(planner, from->parent, above->parent))
        return false;
    const Object *new_above = to ? planner->to_parts->above[to->index] : NULL;
    bool stays = new_above && new_above == match_to(planner->match, above);
    bool more = false;
    if (stays && stands(planner, from) && stands(planner, above))
        return false;
    if (new_above && stands(planner, from) && has_another_above(planner, from, above))
        return false;
    if (stands(planner, from) && (kind_attaches(object_kind(from)) || !stands(planner, above))) {
        planner_rebuild(planner, from);
        more = true;
    }
    if (stands(planner, above) && kind_attaches(object_kind(from))) {
        planner_rebuild(planner, above);
        more = true;
    }
    return more;
}

static bool arrives(const Planner *planner, const Object *table)
{
    return planner_comes(planner, table) || planner_joins(planner, table);
}

/* Whether a partition comes that is to be without a part of an index: PostgreSQL would make one. */
static bool spares_partition(const Planner *planner, const Object *index)
{
    for (guint i = 0; i < planner->to->objects->len; i++) {
        const Object *table = g_ptr_array_index(planner->to->objects, i);
        guint position = 0;
        if (object_kind(table) != KIND_TABLE || !((const Table *)table)->partition_of.name ||
            !arrives(planner, table) ||
            inheritance_parent(planner->to, table, &position) != index->parent)
            continue;
        bool has_part = false;
        for (guint c = 0; table->children && c < table->children->len && !has_part; c++) {
            const Object *part = g_ptr_array_index(table->children, c);
            has_part = planner->to_parts->above[part->index] == index;
        }
        if (!has_part)
            return true;
    }
    return false;
}

/* Whether the last part may be one that is attached to an index by itself. */
static bool gets_part(const Planner *planner, const Object *index)
{
    const GPtrArray *below = planner->to_parts->below[index->index];
    for (guint i = 0; below && i < below->len; i++) {
        const Object *part = g_ptr_array_index(below, i);
        const Object *old = match_from(planner->match, part);
        if ((!old || !part_attached_to(old) || part_is_only(old)) &&
            !arrives(planner, part->parent))
            return true;
    }
    return false;
}

/* An index becomes valid when its last part is attached; nothing else makes it so. A valid one
 * never becomes an incomplete one again, and comes to all partitions that come. */
static bool spread_only(Planner *planner, const Object *from)
{
    const Object *to = match_to(planner->match, from);
    if (!to || !stands(planner, from) || !stands(planner, from->parent))
        return false;
    if (part_is_only(to) ? part_is_only(from) && !spares_partition(planner, to)
                         : !part_is_only(from) || gets_part(planner, to))
        return false;
    planner_rebuild(planner, from);
    return true;
}

/* What could be taken for a part makes way until that is attached. */
static void spread_rival(Planner *planner, const Object *from)
{
    const Object *to = match_to(planner->match, from);
    if (to && stands(planner, from) && planner_is_rival(planner, to))
        planner_rebuild(planner, from);
}

void planner_spread_parts(Planner *planner)
{
    bool more = true;
    while (more) {
        more = false;
        for (guint i = 0; i < planner->from->objects->len; i++) {
            const Object *from = g_ptr_array_index(planner->from->objects, i);
            if (!from->parent || object_kind(from->parent) != KIND_TABLE)
                continue;
            more |= spread_part(planner, from);
            if (!kind_attaches(object_kind(from))) {
                spread_handed_down(planner, from);
                continue;
            }
            spread_rival(planner, from);
            more |= spread_only(planner, from);
        }
    }
}
