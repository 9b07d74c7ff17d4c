#include "generator/origins.h"

#include "schema/kinds.h"

static bool is_declared(const State *declared, const char *schema)
{
    return state_find(declared, KIND_SCHEMA, NULL, schema) != NULL;
}

/* The undeclared schema that an object comes from, or NULL. */
static const char *origin_of(const State *declared, const Object *object)
{
    const char *origin = object_kind(object) == KIND_SCHEMA ? object->renamed_from.name
                                                            : object->renamed_from.schema;
    return object->parent || !origin || is_declared(declared, origin) ? NULL : origin;
}

void origins_add(const State *declared, GPtrArray *names)
{
    for (guint i = 0; i < declared->objects->len; i++) {
        const char *origin = origin_of(declared, g_ptr_array_index(declared->objects, i));
        if (origin)
            g_ptr_array_add(names, g_strdup(origin));
    }
}

/* Whether a declared object of that kind is to be made of schema.name (of all that is in the
 * schema, for schemas). */
static bool moves(const State *server, const State *declared, Kind kind, const char *schema,
                  const char *name)
{
    for (guint i = 0; i < declared->objects->len; i++) {
        const Object *to = g_ptr_array_index(declared->objects, i);
        if (object_kind(to) == kind && to->renamed_from.name == name &&
            (kind == KIND_SCHEMA || to->renamed_from.schema == schema) &&
            !state_find_same(server, to))
            return true;
    }
    return false;
}

static bool comes_along(const State *server, const State *declared, const Object *object)
{
    const char *schema = object->schema ? object->schema : object->name;
    if (moves(server, declared, KIND_SCHEMA, NULL, schema))
        return true;
    if (object_kind(object) == KIND_SEQUENCE) {
        QualifiedName owner = ((const Sequence *)object)->owned_by_table;
        if (owner.name && moves(server, declared, KIND_TABLE, owner.schema, owner.name))
            return true;
    }
    return object->schema && moves(server, declared, object_kind(object), schema, object->name);
}

/* The schema stays as it is: both states have it. */
static void declare_schema(State *declared, const Object *schema)
{
    Object *same = state_add(declared, KIND_SCHEMA, NULL, NULL, schema->name, NULL);
    if (!same)
        return;
    same->implied = true;
    same->comment = schema->comment ? state_text(declared, schema->comment) : NULL;
    same->owner = schema->owner;
}

static GHashTable *origin_names(const State *declared)
{
    g_autoptr(GPtrArray) list = g_ptr_array_new();
    GHashTable *names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    origins_add(declared, list);
    for (guint i = 0; i < list->len; i++)
        g_hash_table_add(names, g_ptr_array_index(list, i));
    return names;
}

void origins_trim(State *server, State *declared)
{
    g_autoptr(GHashTable) origins = origin_names(declared);
    g_autoptr(GHashTable) left = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GPtrArray) schemas = g_ptr_array_new();
    g_autoptr(GPtrArray) others = g_ptr_array_new();
    for (guint i = 0; i < server->objects->len; i++) {
        Object *object = g_ptr_array_index(server->objects, i);
        bool is_schema = object_kind(object) == KIND_SCHEMA;
        const char *schema = is_schema ? object->name : object->schema;
        if (object->parent || !schema || !g_hash_table_contains(origins, schema))
            continue;
        if (comes_along(server, declared, object)) {
            if (!is_schema)
                g_hash_table_add(left, (gpointer)schema);
        } else if (is_schema) {
            g_ptr_array_add(schemas, object);
        } else {
            g_ptr_array_add(others, object);
        }
    }
    for (guint i = 0; i < schemas->len; i++) {
        Object *schema = g_ptr_array_index(schemas, i);
        if (g_hash_table_contains(left, schema->name))
            declare_schema(declared, schema);
        else
            g_ptr_array_add(others, schema);
    }
    state_remove_all(server, others);
}
