#include "schema/state.h"

#include "schema/arena.h"

#include <stdint.h>
#include <string.h>

/* Identifiers are interned, so identity is a matter of pointers. */
static guint identity_hash(gconstpointer key)
{
    const Object *o = key;
    const void *parts[] = {o->schema, o->name, o->arguments, o->parent};
    uint64_t hash = (uint64_t)object_kind(o) + 0x9e3779b97f4a7c15U;
    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++)
        hash = (hash ^ (uint64_t)(uintptr_t)parts[i]) * 0x100000001b3U;
    return (guint)(hash ^ (hash >> 32));
}

static gboolean identity_equal(gconstpointer a, gconstpointer b)
{
    const Object *x = a;
    const Object *y = b;
    return x->info == y->info && x->schema == y->schema && x->name == y->name &&
           x->arguments == y->arguments && x->parent == y->parent;
}

State *state_new(const char *origin)
{
    State *state = g_new0(State, 1);
    state->objects = g_ptr_array_new();
    state->unmanaged = g_array_new(FALSE, TRUE, sizeof(Unmanaged));
    state->aside = g_ptr_array_new();
    state->origin = g_strdup(origin);
    state->arena = arena_new();
    state->by_identity = g_hash_table_new(identity_hash, identity_equal);
    return state;
}

void state_free(State *state)
{
    if (!state)
        return;
    for (guint i = 0; i < state->objects->len; i++) {
        Object *object = g_ptr_array_index(state->objects, i);
        g_clear_pointer(&object->children, g_ptr_array_unref);
    }
    g_hash_table_unref(state->by_identity);
    g_ptr_array_unref(state->objects);
    g_array_unref(state->unmanaged);
    g_ptr_array_unref(state->aside);
    g_free(state->origin);
    arena_free(state->arena);
    g_free(state);
}

void *state_alloc(State *state, size_t size)
{
    return arena_alloc(state->arena, size);
}

const char *state_text_n(State *state, const char *text, size_t length)
{
    char *copy = arena_alloc(state->arena, length + 1);
    memcpy(copy, text, length);
    return copy;
}

const char *state_text(State *state, const char *text)
{
    return text ? state_text_n(state, text, strlen(text)) : NULL;
}

const char *state_text_joined(State *state, const char *first, const char *second)
{
    g_autofree char *joined = g_strconcat(first, second, NULL);
    return state_text(state, joined);
}

static void adopt(Object *object)
{
    if (!object->parent)
        return;
    if (!object->parent->children)
        object->parent->children = g_ptr_array_new();
    g_ptr_array_add(object->parent->children, object);
}

Object *state_add(State *state, Kind kind, Object *parent, const char *schema, const char *name,
                  const char *arguments)
{
    Object *object = state_alloc(state, kind_infos[kind]->size);
    object->info = kind_infos[kind];
    object->parent = parent;
    object->schema = parent ? parent->schema : g_intern_string(schema);
    object->name = g_intern_string(name);
    object->arguments = g_intern_string(arguments);
    if (g_hash_table_contains(state->by_identity, object))
        return NULL;
    g_hash_table_add(state->by_identity, object);
    object->index = state->objects->len;
    g_ptr_array_add(state->objects, object);
    adopt(object);
    return object;
}

static void rekey_children(State *state, Object *object, const char *schema, bool insert)
{
    if (!object->children)
        return;
    for (guint i = 0; i < object->children->len; i++) {
        Object *child = g_ptr_array_index(object->children, i);
        if (insert) {
            child->schema = schema;
            g_hash_table_add(state->by_identity, child);
        } else {
            g_hash_table_remove(state->by_identity, child);
        }
        rekey_children(state, child, schema, insert);
    }
}

void state_take_identity(State *state, Object *object, const char *schema, const char *name)
{
    if (g_hash_table_lookup(state->by_identity, object) == object)
        g_hash_table_remove(state->by_identity, object);
    rekey_children(state, object, NULL, false);
    object->schema = object->parent ? object->parent->schema : g_intern_string(schema);
    object->name = g_intern_string(name);
    g_hash_table_replace(state->by_identity, object, object);
    rekey_children(state, object, object->schema, true);
}

bool state_rename(State *state, Object *object, const char *schema, const char *name)
{
    Object probe = *object;
    probe.schema = object->parent ? object->parent->schema : g_intern_string(schema);
    probe.name = g_intern_string(name);
    Object *taken = g_hash_table_lookup(state->by_identity, &probe);
    if (taken)
        return taken == object;
    state_take_identity(state, object, schema, name);
    return true;
}

bool state_set_arguments(State *state, Object *object, const char *arguments)
{
    Object probe = *object;
    probe.arguments = g_intern_string(arguments);
    Object *taken = g_hash_table_lookup(state->by_identity, &probe);
    if (taken)
        return taken == object;
    if (g_hash_table_lookup(state->by_identity, object) == object)
        g_hash_table_remove(state->by_identity, object);
    object->arguments = probe.arguments;
    g_hash_table_add(state->by_identity, object);
    return true;
}

static void forget(State *state, Object *object, GHashTable *gone)
{
    g_hash_table_remove(state->by_identity, object);
    g_hash_table_add(gone, object);
    if (object->children)
        for (guint i = 0; i < object->children->len; i++)
            forget(state, g_ptr_array_index(object->children, i), gone);
    g_clear_pointer(&object->children, g_ptr_array_unref);
}

void state_remove_all(State *state, const GPtrArray *objects)
{
    g_autoptr(GHashTable) gone = g_hash_table_new(NULL, NULL);
    for (guint i = 0; i < objects->len; i++) {
        Object *object = g_ptr_array_index(objects, i);
        if (object->parent && object->parent->children)
            g_ptr_array_remove(object->parent->children, object);
        forget(state, object, gone);
    }
    guint kept = 0;
    for (guint i = 0; i < state->objects->len; i++) {
        Object *o = g_ptr_array_index(state->objects, i);
        if (g_hash_table_contains(gone, o))
            continue;
        o->index = kept;
        state->objects->pdata[kept++] = o;
    }
    g_ptr_array_set_size(state->objects, (int)kept);
}

void state_remove(State *state, Object *object)
{
    g_autoptr(GPtrArray) one = g_ptr_array_new();
    g_ptr_array_add(one, object);
    state_remove_all(state, one);
}

static Object *lookup(const State *state, Kind kind, const Object *parent, const char *schema,
                      const char *name, const char *arguments)
{
    Object probe = {
        .info = kind_infos[kind],
        .parent = (Object *)parent,
        .schema = parent ? parent->schema : g_intern_string(schema),
        .name = g_intern_string(name),
        .arguments = g_intern_string(arguments),
    };
    return g_hash_table_lookup(state->by_identity, &probe);
}

Object *state_find(const State *state, Kind kind, const char *schema, const char *name)
{
    return lookup(state, kind, NULL, schema, name, NULL);
}

Object *state_find_routine(const State *state, Kind kind, const char *schema, const char *name,
                           const char *arguments)
{
    return lookup(state, kind, NULL, schema, name, arguments);
}

Object *state_find_child(const State *state, Kind kind, const Object *parent, const char *name)
{
    return lookup(state, kind, parent, NULL, name, NULL);
}

Object *state_find_same(const State *state, const Object *other)
{
    const Object *parent = NULL;
    if (other->parent) {
        parent = state_find_same(state, other->parent);
        if (!parent)
            return NULL;
    }
    return lookup(state, object_kind(other), parent, other->schema, other->name, other->arguments);
}

Object *state_find_flagged(const State *state, KindFlags flag, const char *schema, const char *name)
{
    const char *in = g_intern_string(schema);
    const char *called = g_intern_string(name);
    for (guint i = 0; i < state->objects->len; i++) {
        Object *o = g_ptr_array_index(state->objects, i);
        if ((o->info->flags & flag) && o->name == called && o->schema == in)
            return o;
    }
    return NULL;
}

Object *object_child(const Object *object, Kind kind, guint *position)
{
    while (object->children && *position < object->children->len) {
        Object *child = g_ptr_array_index(object->children, (*position)++);
        if (object_kind(child) == kind)
            return child;
    }
    return NULL;
}

NameList state_names(State *state, GPtrArray *strings, bool intern)
{
    const char **names = state_alloc(state, strings->len * sizeof *names);
    for (guint i = 0; i < strings->len; i++) {
        const char *text = g_ptr_array_index(strings, i);
        names[i] = intern ? g_intern_string(text) : state_text(state, text);
    }
    return (NameList){strings->len, names};
}

NameList state_names_strv(State *state, char *const *strings, bool intern)
{
    g_autoptr(GPtrArray) list = g_ptr_array_new();
    for (; *strings; strings++)
        g_ptr_array_add(list, *strings);
    return state_names(state, list, intern);
}

ItemList state_items(State *state, const ItemInfo *item, guint count)
{
    return (ItemList){count, state_alloc(state, item->size * count)};
}

static gint by_object(gconstpointer a, gconstpointer b)
{
    return object_compare(*(Object *const *)a, *(Object *const *)b);
}

static void append_tree(GPtrArray *out, Object *object)
{
    object->index = out->len;
    g_ptr_array_add(out, object);
    if (object->children)
        for (guint i = 0; i < object->children->len; i++)
            append_tree(out, g_ptr_array_index(object->children, i));
}

void state_sort(State *state)
{
    g_autoptr(GPtrArray) tops = g_ptr_array_new();
    for (guint i = 0; i < state->objects->len; i++) {
        Object *o = g_ptr_array_index(state->objects, i);
        if (!o->parent)
            g_ptr_array_add(tops, o);
    }
    g_ptr_array_sort(tops, by_object);
    GPtrArray *sorted = g_ptr_array_sized_new(state->objects->len);
    for (guint i = 0; i < tops->len; i++)
        append_tree(sorted, g_ptr_array_index(tops, i));
    g_ptr_array_unref(state->objects);
    state->objects = sorted;
}
