#include "schema/part.h"

#include "schema/default_names.h"
#include "schema/inheritance.h"
#include "schema/kinds.h"

#include <string.h>

/* Where the kinds keep it: the name of what they are attached to, or a flag. */
static const struct {
    Kind kind;
    size_t attached_to, only, inherited; /* offset, 0 for none */
} places[] = {
    {KIND_PRIMARY_KEY, offsetof(KeyConstraint, attached_to), offsetof(KeyConstraint, only), 0},
    {KIND_UNIQUE, offsetof(KeyConstraint, attached_to), offsetof(KeyConstraint, only), 0},
    {KIND_EXCLUSION, offsetof(Exclusion, attached_to), offsetof(Exclusion, only), 0},
    {KIND_INDEX, offsetof(Index, attached_to), offsetof(Index, only), 0},
    {KIND_FOREIGN_KEY, offsetof(ForeignKey, attached_to), 0, 0},
    {KIND_CHECK, 0, 0, offsetof(Check, inherited)},
    {KIND_TRIGGER, 0, 0, offsetof(Trigger, inherited)},
};

static size_t place_of(Kind kind)
{
    size_t i = 0;
    while (i < G_N_ELEMENTS(places) && places[i].kind != kind)
        i++;
    return i;
}

static const char **attached_slot(const Object *object)
{
    size_t i = place_of(object_kind(object));
    if (i == G_N_ELEMENTS(places) || !places[i].attached_to)
        return NULL;
    return (const char **)((char *)object + places[i].attached_to);
}

static bool *only_slot(const Object *object)
{
    size_t i = place_of(object_kind(object));
    if (i == G_N_ELEMENTS(places) || !places[i].only)
        return NULL;
    return (bool *)((char *)object + places[i].only);
}

bool kind_attaches(Kind kind)
{
    size_t i = place_of(kind);
    return i < G_N_ELEMENTS(places) && places[i].only;
}

const char *part_attached_to(const Object *object)
{
    const char **slot = attached_slot(object);
    return slot ? *slot : NULL;
}

void part_attach(Object *object, const char *name)
{
    const char **slot = attached_slot(object);
    if (slot)
        *slot = name;
}

bool part_is_inherited(const Object *object)
{
    size_t i = place_of(object_kind(object));
    if (part_attached_to(object))
        return true;
    return i < G_N_ELEMENTS(places) && places[i].inherited &&
           *(const bool *)((const char *)object + places[i].inherited);
}

bool part_field_is_own(const Field *field)
{
    static const char *const own[] = {"attached_to", "only",          "clustered", "invalid",
                                      "inherited",   "index_comment", NULL};
    return g_strv_contains(own, field->key);
}

void part_inherit(Object *object)
{
    size_t i = place_of(object_kind(object));
    if (i < G_N_ELEMENTS(places) && places[i].inherited)
        *(bool *)((char *)object + places[i].inherited) = true;
}

bool part_is_only(const Object *object)
{
    const bool *slot = only_slot(object);
    return slot && *slot;
}

void part_set_only(Object *object, bool only)
{
    bool *slot = only_slot(object);
    if (slot)
        *slot = only;
}

/* What an index can be attached to: another one, or a key's. */
static Object *attachable(const State *state, const Object *table, const Object *part,
                          const char *name)
{
    if (object_kind(part) == KIND_FOREIGN_KEY)
        return state_find_child(state, KIND_FOREIGN_KEY, table, name);
    for (size_t i = 0; i < G_N_ELEMENTS(places); i++) {
        Object *found =
            places[i].only ? state_find_child(state, places[i].kind, table, name) : NULL;
        if (found)
            return found;
    }
    return NULL;
}

Object *part_above(const State *state, const Object *object)
{
    const char *name = part_attached_to(object);
    guint position = 0;
    if (!object->parent || object_kind(object->parent) != KIND_TABLE || !part_is_inherited(object))
        return NULL;
    for (Object *parent; (parent = inheritance_parent(state, object->parent, &position));) {
        Object *found = name ? attachable(state, parent, object, name)
                             : state_find_child(state, object_kind(object), parent, object->name);
        if (found)
            return found;
    }
    return NULL;
}

GPtrArray *parts_of(const State *state, const Object *object)
{
    GPtrArray *parts = g_ptr_array_new();
    if (place_of(object_kind(object)) == G_N_ELEMENTS(places) ||
        object_kind(object->parent) != KIND_TABLE)
        return parts;
    for (guint i = 0; i < state->objects->len; i++) {
        Object *part = g_ptr_array_index(state->objects, i);
        const char *name = part_attached_to(part) ? part_attached_to(part) : part->name;
        if (part_is_inherited(part) && strcmp(name, object->name) == 0 &&
            part_above(state, part) == object)
            g_ptr_array_add(parts, part);
    }
    return parts;
}

void parts_follow(State *state, GPtrArray *parts, const char *name)
{
    for (guint i = 0; i < parts->len; i++) {
        Object *part = g_ptr_array_index(parts, i);
        if (attached_slot(part)) {
            part_attach(part, name);
            continue;
        }
        g_autoptr(GPtrArray) below = parts_of(state, part);
        state_take_identity(state, part, part->schema, name);
        parts_follow(state, below, name);
    }
}

bool part_rename(State *state, Object *object, const char *schema, const char *name)
{
    g_autoptr(GPtrArray) parts = parts_of(state, object);
    if (!state_rename(state, object, schema, name))
        return false;
    parts_follow(state, parts, object->name);
    return true;
}

Parts *parts_new(const State *state)
{
    Parts *parts = g_new0(Parts, 1);
    parts->count = state->objects->len;
    parts->above = g_new0(Object *, parts->count + 1);
    parts->below = g_new0(GPtrArray *, parts->count + 1);
    for (guint i = 0; i < parts->count; i++) {
        Object *object = g_ptr_array_index(state->objects, i);
        Object *above = part_above(state, object);
        if (!above)
            continue;
        parts->above[i] = above;
        if (!parts->below[above->index])
            parts->below[above->index] = g_ptr_array_new();
        g_ptr_array_add(parts->below[above->index], object);
    }
    return parts;
}

void parts_free(Parts *parts)
{
    if (!parts)
        return;
    for (guint i = 0; i < parts->count; i++)
        if (parts->below[i])
            g_ptr_array_unref(parts->below[i]);
    g_free(parts->below);
    g_free(parts->above);
    g_free(parts);
}

bool part_is_numbered(const Object *part)
{
    g_autofree char *first = default_first_name(part);
    for (guint i = 0; first && i < part->parent->children->len; i++) {
        const Object *other = g_ptr_array_index(part->parent->children, i);
        if (other == part || !kind_attaches(object_kind(other)) || !part_attached_to(other))
            continue;
        g_autofree char *name = default_first_name(other);
        if (strcmp(first, name) == 0)
            return true;
    }
    return false;
}
