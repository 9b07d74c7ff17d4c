#include "diff/match.h"

#include "diff/new_names.h"

#include "diff/compare.h"
#include "diff/rename.h"
#include "schema/inheritance.h"
#include "schema/kinds.h"
#include "schema/part.h"

#include <string.h>

static void pair(Match *match, Object *from, Object *to)
{
    match->partner_of_from[from->index] = to;
    match->partner_of_to[to->index] = from;
}

static void record_rename(Match *match, Object *old, Object *from, Object *to)
{
    Rename rename = {old, from, to};
    g_array_append_val(match->renames, rename);
}

/* The unmatched object that the hint of `to` names, unless the new state still has one like it. */
static Object *hinted(const Match *match, const Object *to, const Object *parent)
{
    if (!to->renamed_from.name)
        return NULL;
    const char *schema = to->renamed_from.schema ? to->renamed_from.schema : to->schema;
    Object *from =
        parent ? state_find_child(match->renamed, object_kind(to), parent, to->renamed_from.name)
               : state_find_routine(match->renamed, object_kind(to), schema, to->renamed_from.name,
                                    to->arguments);
    if (!from || match_to(match, from))
        return NULL;
    const Object *successor =
        parent ? state_find_child(match->to, object_kind(to), to->parent, from->name)
               : state_find_same(match->to, from);
    return successor && successor != to ? NULL : from;
}

/* Pairs an object of the new state by identity or hint; a rename is applied at once. */
static void match_object(Match *match, Object *to)
{
    Object *parent = NULL;
    if (to->parent) {
        parent = match_from(match, to->parent);
        if (!parent)
            return;
    }
    Object *from = parent ? state_find_child(match->renamed, object_kind(to), parent, to->name)
                          : state_find_same(match->renamed, to);
    if (from) {
        if (!match_to(match, from))
            pair(match, from, to);
        return;
    }
    from = hinted(match, to, parent);
    if (!from)
        return;
    Object *old = rename_apply(match->renamed, from, to->schema, to->name);
    pair(match, from, to);
    record_rename(match, old, from, to);
}

/* Kind after kind: what an object's identity rests on comes before it. */
static void match_kinds(Match *match)
{
    GPtrArray *of_kind[KIND_COUNT] = {NULL};
    for (guint i = 0; i < match->to->objects->len; i++) {
        Object *to = g_ptr_array_index(match->to->objects, i);
        GPtrArray **objects = &of_kind[object_kind(to)];
        if (!*objects)
            *objects = g_ptr_array_new();
        g_ptr_array_add(*objects, to);
    }
    for (int kind = 0; kind < KIND_COUNT; kind++) {
        for (guint i = 0; of_kind[kind] && i < of_kind[kind]->len; i++) {
            Object *to = g_ptr_array_index(of_kind[kind], i);
            if (!match_from(match, to))
                match_object(match, to);
        }
        g_clear_pointer(&of_kind[kind], g_ptr_array_unref);
    }
}

/* The enum as it is before its labels are renamed, without hints. */
static Object *with_old_labels(State *state, const Enum *type)
{
    Enum *old = state_alloc(state, sizeof *old);
    *old = *type;
    old->object.children = NULL;
    old->values = state_items(state, type->object.info->fields[0].item, type->values.count);
    EnumValue *labels = old->values.items;
    for (guint i = 0; i < old->values.count; i++)
        labels[i].label = ((const EnumValue *)type->values.items)[i].label;
    return &old->object;
}

static EnumValue *find_label(ItemList values, const char *label)
{
    EnumValue *value = values.items;
    for (guint i = 0; i < values.count; i++)
        if (strcmp(value[i].label, label) == 0)
            return &value[i];
    return NULL;
}

/* Labels are renamed by the hint of their successor. */
static void match_labels(Match *match, Object *from, Object *to)
{
    Enum *type = (Enum *)from;
    const Enum *wanted = (const Enum *)to;
    Object *old = NULL;
    for (guint i = 0; i < wanted->values.count; i++) {
        const EnumValue *successor = (const EnumValue *)wanted->values.items + i;
        if (!successor->renamed_from || find_label(type->values, successor->label))
            continue;
        EnumValue *value = find_label(type->values, successor->renamed_from);
        if (!value || find_label(wanted->values, successor->renamed_from))
            continue;
        if (!old) {
            old = with_old_labels(match->renamed, type);
            record_rename(match, old, from, to);
        }
        rename_label(match->renamed, from, value->label, successor->label);
        value->renamed_from = value->label;
        value->label = state_text(match->renamed, successor->label);
    }
}

/* The composite type as it is before its attributes are renamed, without hints. */
static Object *with_old_attributes(State *state, const Composite *type)
{
    Composite *old = state_alloc(state, sizeof *old);
    *old = *type;
    old->object.children = NULL;
    old->attributes = state_items(state, type->object.info->fields[0].item, type->attributes.count);
    Attribute *attributes = old->attributes.items;
    for (guint i = 0; i < old->attributes.count; i++) {
        attributes[i] = ((const Attribute *)type->attributes.items)[i];
        attributes[i].renamed_from = NULL;
    }
    return &old->object;
}

static Attribute *find_attribute(ItemList list, const char *name)
{
    Attribute *attributes = list.items;
    for (guint i = 0; i < list.count; i++)
        if (attributes[i].name == name)
            return &attributes[i];
    return NULL;
}

/* Attributes, likewise. */
static void match_attributes(Match *match, Object *from, Object *to)
{
    Composite *type = (Composite *)from;
    const Composite *wanted = (const Composite *)to;
    Object *old = NULL;
    for (guint i = 0; i < wanted->attributes.count; i++) {
        const Attribute *successor = (const Attribute *)wanted->attributes.items + i;
        if (!successor->renamed_from || find_attribute(type->attributes, successor->name))
            continue;
        Attribute *attribute = find_attribute(type->attributes, successor->renamed_from);
        if (!attribute || find_attribute(wanted->attributes, successor->renamed_from))
            continue;
        if (!old) {
            old = with_old_attributes(match->renamed, type);
            record_rename(match, old, from, to);
        }
        attribute->renamed_from = attribute->name;
        attribute->name = successor->name;
    }
}

static void match_parts_of_types(Match *match)
{
    for (guint i = 0; i < match->to->objects->len; i++) {
        Object *to = g_ptr_array_index(match->to->objects, i);
        if (object_kind(to) == KIND_ENUM && match_from(match, to))
            match_labels(match, match_from(match, to), to);
        if (object_kind(to) == KIND_COMPOSITE && match_from(match, to))
            match_attributes(match, match_from(match, to), to);
    }
}

/* The name that nobody gave is the one the database has. */
static void adopt(Match *match, Object *from, Object *to)
{
    pair(match, from, to);
    if (to->name != from->name)
        part_rename(match->to, to, from->schema, from->name);
}

static void match_children_by_structure(Match *match, Object *to)
{
    Object *parent = match_from(match, to->parent);
    if (!parent)
        return;
    guint position = 0;
    for (Object *from; (from = object_child(parent, object_kind(to), &position));) {
        if (match_to(match, from) || !(to->name_implied || from->name_implied))
            continue;
        if (compare_objects(from, to) == 0) {
            adopt(match, from, to);
            return;
        }
    }
}

/* A serial column's sequence is the one that the column has, whatever its name. */
static void match_owned_sequence(Match *match, Sequence *to)
{
    if (!to->owned_by_column)
        return;
    Object *table =
        state_find(match->to, KIND_TABLE, to->owned_by_table.schema, to->owned_by_table.name);
    Object *column =
        table ? state_find_child(match->to, KIND_COLUMN, table, to->owned_by_column) : NULL;
    if (!column || !match_from(match, column))
        return;
    const Column *old_column = (const Column *)match_from(match, column);
    for (guint i = 0; i < match->renamed->objects->len; i++) {
        Object *from = g_ptr_array_index(match->renamed->objects, i);
        const Sequence *s = (const Sequence *)from;
        if (object_kind(from) != KIND_SEQUENCE || match_to(match, from) ||
            !qualified_name_equal(s->owned_by_table, to->owned_by_table) ||
            g_strcmp0(s->owned_by_column, to->owned_by_column) != 0 || !old_column->default_expr ||
            !strstr(old_column->default_expr, from->name))
            continue;
        adopt(match, from, &to->object);
        ((Column *)column)->default_expr = state_text(match->to, old_column->default_expr);
        return;
    }
}

static void match_unnamed(Match *match)
{
    for (guint i = 0; i < match->to->objects->len; i++) {
        Object *to = g_ptr_array_index(match->to->objects, i);
        if (match_from(match, to))
            continue;
        if (to->parent && object_kind(to) != KIND_COLUMN)
            match_children_by_structure(match, to);
        else if (object_kind(to) == KIND_SEQUENCE && to->name_implied)
            match_owned_sequence(match, (Sequence *)to);
    }
}

/* The part of the same table that is attached to `above` and has no partner yet. */
static Object *part_without_partner(const Match *match, const Object *table, const Object *above)
{
    for (guint i = 0; table->children && i < table->children->len; i++) {
        Object *from = g_ptr_array_index(table->children, i);
        if (!match_to(match, from) && part_attached_to(from) &&
            part_above(match->renamed, from) == above)
            return from;
    }
    return NULL;
}

/* A table has one part of each index above: they are the same, whatever their names. */
static void match_part(Match *match, Object *to)
{
    if (part_is_inherited(to) && !part_attached_to(to)) {
        const Object *parent = match_from(match, to->parent);
        Object *same =
            parent ? state_find_child(match->renamed, object_kind(to), parent, to->name) : NULL;
        if (same && !match_to(match, same))
            pair(match, same, to);
        return;
    }
    const Object *above = part_attached_to(to) ? part_above(match->to, to) : NULL;
    const Object *table = above ? match_from(match, to->parent) : NULL;
    const Object *old_above = table ? match_from(match, above) : NULL;
    Object *from = old_above ? part_without_partner(match, table, old_above) : NULL;
    if (!from || from->info != to->info || new_names_lacks(to))
        return;
    if (to->name_implied) {
        adopt(match, from, to);
        return;
    }
    Object *old = rename_apply(match->renamed, from, to->schema, to->name);
    pair(match, from, to);
    record_rename(match, old, from, to);
}

static void match_parts(Match *match)
{
    for (guint i = 0; i < match->to->objects->len; i++) {
        Object *to = g_ptr_array_index(match->to->objects, i);
        if (to->parent && !match_from(match, to))
            match_part(match, to);
    }
}

Match *match_states(const State *from, State *to)
{
    Match *match = g_new0(Match, 1);
    match->renamed = state_copy(from);
    match->to = to;
    match->partner_of_from = g_new0(Object *, from->objects->len + 1);
    match->partner_of_to = g_new0(Object *, to->objects->len + 1);
    match->renames = g_array_new(FALSE, TRUE, sizeof(Rename));
    match_kinds(match);
    match_parts_of_types(match);
    match_unnamed(match);
    match_parts(match);
    new_names_choose(match);
    return match;
}

void match_release(Match *match, Object *to)
{
    match->partner_of_from[match_from(match, to)->index] = NULL;
    match->partner_of_to[to->index] = NULL;
    new_names_take_away(match, to);
}

bool match_left_alone(const Match *match, const Object *from)
{
    const Object *table = from->parent ? from->parent : from;
    if (match_to(match, from) || match_to(match, table) || object_kind(table) != KIND_TABLE)
        return false;
    while (table && ((const Table *)table)->partition_of.name) {
        guint position = 0;
        table = inheritance_parent(match->renamed, table, &position);
        const Object *to = table ? match_to(match, table) : NULL;
        if (to)
            return ((const Table *)to)->partitions_open;
    }
    return false;
}

void match_again(Match *match)
{
    match_unnamed(match);
    match_parts(match);
    new_names_choose(match);
}

void match_free(Match *match)
{
    if (!match)
        return;
    state_free(match->renamed);
    g_free(match->partner_of_from);
    g_free(match->partner_of_to);
    g_array_unref(match->renames);
    g_free(match);
}
