/* What must be taken down and put back because of a change to something it depends on. */
#include "diff/lineage.h"
#include "diff/planner.h"
#include "schema/inheritance.h"
#include "schema/kinds.h"
#include "schema/sqltext.h"

#include <string.h>

typedef enum Disturbance {
    DISTURBED_GONE,    /* it is dropped and created anew */
    DISTURBED_TYPE,    /* a column's type changes in its modifier: varchar(10), varchar(20) */
    DISTURBED_RETYPED, /* … to another type, or to the new form of a retired one */
} Disturbance;

static void disturb(Planner *planner, const Object *from, Disturbance how);

static bool index_has_sql(const Object *object)
{
    const Index *index = (const Index *)object;
    const IndexElement *e = index->elements.items;
    for (guint i = 0; i < index->elements.count; i++)
        if (e[i].expression)
            return true;
    return index->where != NULL;
}

static bool column_retyped(const Planner *planner, const Object *column)
{
    const Destiny *d = &planner->destiny[column->index];
    return d->fate == FATE_ALTER && (d->mask & field_mask(column->info, "type"));
}

/* Both ends of a foreign key change their type: it would not fit in between. */
static bool foreign_key_breaks(const Planner *planner, const Object *fk)
{
    const GArray *needs = planner->from_needs->of[fk->index];
    bool ends[2] = {false, false};
    for (guint i = 0; needs && i < needs->len; i++) {
        const Object *on = g_array_index(needs, Dependency, i).on;
        if (object_kind(on) == KIND_COLUMN && column_retyped(planner, on))
            ends[on->parent == fk->parent] = true;
    }
    return ends[0] && ends[1];
}

/* Whether PostgreSQL cannot carry an object through a change of a column's type by itself. */
static bool must_make_way(const Planner *planner, const Object *object, Disturbance how)
{
    if (how == DISTURBED_GONE || (object->info->flags & KIND_PINS_COLUMNS))
        return true;
    if (object_kind(object) == KIND_FOREIGN_KEY)
        return foreign_key_breaks(planner, object);
    if (kind_attaches(object_kind(object)) && part_is_only(object))
        return true; /* PostgreSQL makes it anew with all the parts that it has not */
    if (object_kind(object) == KIND_STATISTICS && ((const Statistics *)object)->target)
        return true; /* PostgreSQL makes them anew and forgets the target */
    if (how != DISTURBED_RETYPED)
        return false;
    if (object_kind(object) == KIND_STATISTICS)
        return ((const Statistics *)object)->expressions.count > 0;
    if (object_kind(object) == KIND_INDEX)
        return index_has_sql(object);
    return object_kind(object) == KIND_CHECK || object_kind(object) == KIND_EXCLUSION;
}

static void retire(Planner *planner, const Object *type);
static bool is_contained(const Planner *planner, const Object *type);

/* The check of a domain that stays as it is, and cannot take the check again. */
static bool is_of_contained_domain(const Planner *planner, const Object *object)
{
    return object->parent && object_kind(object->parent) == KIND_DOMAIN &&
           planner->destiny[object->parent->index].fate <= FATE_ALTER &&
           is_contained(planner, object->parent);
}

void planner_rebuild(Planner *planner, const Object *object)
{
    if (is_of_contained_domain(planner, object)) {
        retire(planner, object->parent);
        return;
    }
    Destiny *destiny = &planner->destiny[object->index];
    if (destiny->fate == FATE_KEEP)
        destiny->rebuild = true;
    destiny->fate = FATE_REPLACE;
    disturb(planner, object, DISTURBED_GONE);
}

/* ---- partition keys ---- */

static bool key_names(const Object *table, const char *column)
{
    const char *key = ((const Table *)table)->partition_by;
    g_autoptr(GArray) tokens = key ? sql_tokens(key) : NULL;
    for (guint i = 1; tokens && i < tokens->len; i++) /* after RANGE, LIST, HASH */
        if (g_strcmp0(g_array_index(tokens, SqlToken, i).name, column) == 0)
            return true;
    return false;
}

static const Object *root_of(const State *state, const Object *table)
{
    for (const Object *above = table; above;) {
        guint position = 0;
        table = above;
        above = ((const Table *)table)->partition_of.name
                    ? inheritance_parent(state, table, &position)
                    : NULL;
    }
    return table;
}

/* PostgreSQL alters no column that decides where rows go, in its table or in a partition that is
 * divided further: the whole is made anew and gets the rows. */
static void renew_divided(Planner *planner, const Object *column)
{
    if (object_kind(column->parent) != KIND_TABLE)
        return;
    const Object *root = root_of(planner->from, column->parent);
    bool divided = key_names(root, column->name);
    if (!((const Table *)root)->partition_by || planner->destiny[root->index].fate > FATE_ALTER)
        return;
    for (guint i = 0; !divided && i < planner->from->objects->len; i++) {
        const Object *table = g_ptr_array_index(planner->from->objects, i);
        divided = object_kind(table) == KIND_TABLE && key_names(table, column->name) &&
                  is_partition_within(planner->from, table, root);
    }
    if (divided)
        retire(planner, root);
}

static void spread_divided(Planner *planner)
{
    for (guint i = 0; i < planner->from->objects->len; i++) {
        const Object *from = g_ptr_array_index(planner->from->objects, i);
        if (object_kind(from) == KIND_COLUMN && planner->destiny[i].fate == FATE_ALTER &&
            (planner->destiny[i].mask &
             (field_mask(from->info, "type") | field_mask(from->info, "collation"))))
            renew_divided(planner, from);
    }
}

static void retype(Planner *planner, const Object *column)
{
    Destiny *destiny = &planner->destiny[column->index];
    if (destiny->retyped)
        return;
    destiny->retyped = true;
    if (destiny->fate == FATE_KEEP)
        destiny->fate = FATE_ALTER;
    destiny->mask |= field_mask(column->info, "type");
    disturb(planner, column, DISTURBED_RETYPED);
    renew_divided(planner, column);
}

/* Its values stay, once its expression is given up. */
static bool becomes_plain(const Planner *planner, const Object *column)
{
    return planner->destiny[column->index].fate == FATE_ALTER &&
           !((const Column *)match_to(planner->match, column))->generated;
}

/* A table that leaves another one takes its columns and rows along. */
static bool leaves(const Planner *planner, const Object *table, const Object *parent)
{
    const Object *to = match_to(planner->match, table);
    if (!to || object_kind(table) != KIND_TABLE || !is_child_of(planner->from, table, parent))
        return false;
    const Object *new_parent = match_to(planner->match, parent);
    return !new_parent || !is_child_of(planner->to, to, new_parent);
}

static void disturb_column(Planner *planner, const Object *column, const Dependency *need)
{
    Destiny *destiny = &planner->destiny[column->index];
    const char *via = need->via ? need->via->key : "";
    if (g_str_equal(via, "generated") && becomes_plain(planner, column)) {
        destiny->release = true;
    } else if (g_str_equal(via, "generated") || g_str_equal(via, "inherited")) {
        if (!leaves(planner, column->parent, need->on->parent))
            planner_rebuild(planner, column);
    } else if (g_str_equal(via, "type") || g_str_equal(via, "collation")) {
        retype(planner, column);
    } else if (g_str_equal(via, "default")) {
        if (destiny->fate == FATE_KEEP)
            destiny->fate = FATE_ALTER;
        destiny->release = true;
    }
}

static void retire(Planner *planner, const Object *type)
{
    planner->destiny[type->index].fate = FATE_RETIRE;
    disturb(planner, type, DISTURBED_GONE);
}

/* Types are built of other types through these fields; a partition is part of its table. */
static const struct {
    Kind kind;
    const char *key;
} parts[] = {
    {KIND_DOMAIN, "type"},   {KIND_DOMAIN, "collation"}, {KIND_COMPOSITE, "attributes"},
    {KIND_RANGE, "subtype"}, {KIND_RANGE, "canonical"},  {KIND_RANGE, "subtype_diff"},
    {KIND_RANGE, "opclass"}, {KIND_RANGE, "collation"},  {KIND_TABLE, "partition_of"},
};

static bool is_built_of(const Object *object, const Dependency *need)
{
    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++)
        if (parts[i].kind == object_kind(object) && need->via &&
            g_str_equal(need->via->key, parts[i].key))
            return true;
    return false;
}

/* Only the tables of other servers can be dropped and created without a loss. */
static bool holds_no_rows(const Object *object)
{
    return object_kind(object) != KIND_TABLE || ((const Table *)object)->server;
}

static void disturb_dependent(Planner *planner, const Object *object, const Object *on,
                              Disturbance how)
{
    const Dependency *need = dependency_find(planner->from_needs, object, on);
    Fate fate = planner->destiny[object->index].fate;
    if (fate == FATE_GONE || fate == FATE_REPLACE || fate == FATE_RETIRE || !need ||
        !match_to(planner->match, object))
        return;
    if (need->via && g_str_has_prefix(need->via->key, "owned_by_"))
        return;
    if (object_kind(object) == KIND_COLUMN && object->parent != on) {
        const char *via = need->via ? need->via->key : "";
        if (how == DISTURBED_GONE || g_str_equal(via, "generated"))
            disturb_column(planner, object, need);
    } else if (is_built_of(object, need)) {
        if (!leaves(planner, object, on))
            retire(planner, object);
    } else if (holds_no_rows(object) && must_make_way(planner, object, how)) {
        planner_rebuild(planner, object);
    }
}

static void disturb(Planner *planner, const Object *from, Disturbance how)
{
    const GPtrArray *dependents = planner->from_needs->dependents[from->index];
    for (guint i = 0; dependents && i < dependents->len; i++)
        disturb_dependent(planner, g_ptr_array_index(dependents, i), from, how);
}

/* A default of one kind of numbering makes way before the other comes: their sequences may have
 * the same name. */
static void release_numbering(Planner *planner, const Object *from)
{
    const Column *old = (const Column *)from;
    const Column *new = (const Column *)match_to(planner->match, from);
    bool to_identity = !old->identity && old->default_expr && new->identity;
    bool from_identity = old->identity && !new->identity &&new->default_expr;
    if (to_identity || from_identity)
        planner->destiny[from->index].release = true;
}

static bool retypes_attribute(const Composite *old, const Composite *new)
{
    const Attribute *a = old->attributes.items;
    const Attribute *b = new->attributes.items;
    for (guint i = 0; i < old->attributes.count; i++)
        for (guint j = 0; j < new->attributes.count; j++)
            if (a[i].name == b[j].name && (g_strcmp0(a[i].type, b[j].type) != 0 ||
                                           !qualified_name_equal(a[i].collation, b[j].collation)))
                return true;
    return false;
}

static bool stored_in_column(const Planner *planner, const Object *type)
{
    const GPtrArray *dependents = planner->from_needs->dependents[type->index];
    for (guint i = 0; dependents && i < dependents->len; i++) {
        const Object *object = g_ptr_array_index(dependents, i);
        const Dependency *need = dependency_find(planner->from_needs, object, type);
        bool of_type = need && need->via && g_str_equal(need->via->key, "type");
        if (object_kind(object) == KIND_COLUMN && of_type)
            return true;
        if (need && is_built_of(object, need) && stored_in_column(planner, object))
            return true;
    }
    return false;
}

/* Whether a column stores arrays of a type, or rows or ranges that are made of it. */
static bool is_contained(const Planner *planner, const Object *type)
{
    const GPtrArray *dependents = planner->from_needs->dependents[type->index];
    for (guint i = 0; dependents && i < dependents->len; i++) {
        const Object *object = g_ptr_array_index(dependents, i);
        const Dependency *need = dependency_find(planner->from_needs, object, type);
        if (!need || !need->via)
            continue;
        if (object_kind(object) == KIND_COLUMN) {
            if (g_str_equal(need->via->key, "type") &&
                g_str_has_suffix(((const Column *)object)->type, "[]"))
                return true;
        } else if (is_built_of(object, need)) {
            bool plain = object_kind(object) == KIND_DOMAIN &&
                         !g_str_has_suffix(((const Domain *)object)->type, "[]");
            if (plain ? is_contained(planner, object) : stored_in_column(planner, object))
                return true;
        }
    }
    return false;
}

static bool is_valid(const Check *check)
{
    return !check->not_valid && !check->not_enforced;
}

/* Whether values that were right may be wrong for the new form of a domain: it has a check that
 * the old one does not have, or NOT NULL. */
static bool is_narrowed(const Planner *planner, const Object *from, const Object *to)
{
    if (((const Domain *)to)->not_null && !((const Domain *)from)->not_null)
        return true;
    guint position = 0;
    for (const Object *check; (check = object_child(to, KIND_CHECK, &position));) {
        const Object *old = match_from(planner->match, check);
        bool replaced = old && planner->destiny[old->index].fate == FATE_REPLACE;
        if (is_valid((const Check *)check) && (!old || replaced || !is_valid((const Check *)old)))
            return true;
    }
    return false;
}

/* PostgreSQL cannot look into arrays and the like for values that a domain does not allow any more,
 * and refuses. */
static void spread_domains(Planner *planner)
{
    for (guint i = 0; i < planner->from->objects->len; i++) {
        const Object *from = g_ptr_array_index(planner->from->objects, i);
        const Object *to = match_to(planner->match, from);
        if (object_kind(from) == KIND_DOMAIN && to && planner->destiny[i].fate <= FATE_ALTER &&
            is_narrowed(planner, from, to) && is_contained(planner, from))
            planner->destiny[i].fate = FATE_RETIRE;
    }
}

/* PostgreSQL alters the type of an attribute only while no column stores it. */
static void spread_composites(Planner *planner)
{
    for (guint i = 0; i < planner->from->objects->len; i++) {
        const Object *from = g_ptr_array_index(planner->from->objects, i);
        if (object_kind(from) == KIND_COMPOSITE && planner->destiny[i].fate == FATE_ALTER &&
            retypes_attribute((const Composite *)from,
                              (const Composite *)match_to(planner->match, from)) &&
            stored_in_column(planner, from))
            planner->destiny[i].fate = FATE_RETIRE;
    }
}

/* Whether what goes leaves its name to something else, which those that use it are to use then. */
static bool is_succeeded(const Planner *planner, const Object *from)
{
    guint spaces = from->info->flags & (KIND_RELATION | KIND_TYPE | KIND_ROUTINE);
    if (object_kind(from) == KIND_TRANSFORM) /* of what the language does without it */
        return true;
    if (from->parent) /* a foreign key can rest on another key of the same columns */
        return (spaces & KIND_RELATION) != 0;
    if (!spaces)
        return false;
    for (guint i = 0; i < planner->to->objects->len; i++) {
        const Object *to = g_ptr_array_index(planner->to->objects, i);
        if (to->name == from->name && to->schema == from->schema && !to->parent &&
            (to->info->flags & spaces) && !match_from(planner->match, to))
            return true;
    }
    return false;
}

static char *without_modifier(const char *type)
{
    const char *open = strchr(type, '(');
    const char *close = open ? strchr(open, ')') : NULL;
    return close ? g_strdup_printf("%.*s%s", (int)(open - type), type, close + 1) : g_strdup(type);
}

/* PostgreSQL carries an expression into another type with the casts that it had for the old one;
 * so made, it is not what the same text makes of the new type. */
static Disturbance how_disturbed(const Planner *planner, const Object *from)
{
    const Column *to = (const Column *)match_to(planner->match, from);
    g_autofree char *old = without_modifier(((const Column *)from)->type);
    g_autofree char *new = without_modifier(to->type);
    return strcmp(old, new) == 0 ? DISTURBED_TYPE : DISTURBED_RETYPED;
}

/* The old form of a table, from which rows are copied, and of a type, which columns are of, go when
 * the new ones are there: the functions that they call stand aside with them. */
static void retire_called(Planner *planner, const Object *object)
{
    const GArray *needs = planner->from_needs->of[object->index];
    const Object *canonical = planner_canonical(planner->from_needs, object);
    for (guint i = 0; needs && i < needs->len; i++) {
        const Dependency *need = &g_array_index(needs, Dependency, i);
        Destiny *destiny = &planner->destiny[need->on->index];
        if (object_kind(need->on) != KIND_FUNCTION || need->on == canonical || need->loose ||
            destiny->fate != FATE_REPLACE)
            continue;
        destiny->fate = FATE_RETIRE;
        retire_called(planner, need->on);
    }
    for (guint i = 0; object->children && i < object->children->len; i++)
        retire_called(planner, g_ptr_array_index(object->children, i));
}

void planner_spread(Planner *planner)
{
    spread_composites(planner);
    spread_domains(planner);
    spread_divided(planner);
    for (guint i = 0; i < planner->from->objects->len; i++) {
        const Object *from = g_ptr_array_index(planner->from->objects, i);
        const Destiny *destiny = &planner->destiny[i];
        if (destiny->fate == FATE_REPLACE || destiny->fate == FATE_RETIRE ||
            (destiny->fate == FATE_GONE && is_succeeded(planner, from))) {
            disturb(planner, from, DISTURBED_GONE);
        } else if (destiny->fate == FATE_ALTER && object_kind(from) == KIND_COLUMN) {
            if (destiny->mask &
                (field_mask(from->info, "type") | field_mask(from->info, "collation")))
                disturb(planner, from, how_disturbed(planner, from));
            release_numbering(planner, from);
        }
    }
    lineage_spread(planner);
    planner_spread_parts(planner);
    for (guint i = 0; i < planner->from->objects->len; i++)
        if (planner->destiny[i].fate == FATE_RETIRE)
            retire_called(planner, g_ptr_array_index(planner->from->objects, i));
}
