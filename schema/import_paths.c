/* Where model files of new objects go. */
#include "schema/import_objects.h"

#include <string.h>

/* Letters, digits, _ and - of ASCII and all that is not ASCII stay; everything else, and a - at the
 * beginning, becomes %XX. `upper`: capital letters too. */
static char *safe_name(const char *name, bool upper)
{
    GString *out = g_string_new(NULL);
    for (const char *at = name; *at; at++) {
        bool keep =
            g_ascii_isalnum(*at) || *at == '_' || (*at == '-' && at > name) || (guchar)*at >= 0x80;
        if (keep && !(upper && g_ascii_isupper(*at)))
            g_string_append_c(out, *at);
        else
            g_string_append_printf(out, "%%%02X", (guint)(guchar)*at);
    }
    return g_string_free(out, FALSE);
}

/* File names that kinds take: enums.yml. */
static bool is_plural(const char *name)
{
    for (int kind = 0; kind < KIND_COUNT; kind++)
        if (g_ascii_strcasecmp(kind_infos[kind]->plural, name) == 0)
            return true;
    return false;
}

/* Tables have a file each, under their name; other objects share one of their kind. */
static char *path_of(const Object *object, bool upper_schema, bool upper_name)
{
    const char *plural = object->info->plural;
    if (!object->schema)
        return g_strconcat(plural, ".yml", NULL);
    g_autofree char *schema = safe_name(object->schema, upper_schema);
    if (object_kind(object) != KIND_TABLE)
        return g_strconcat(schema, "/", plural, ".yml", NULL);
    g_autofree char *name = safe_name(object->name, upper_name);
    return g_strconcat(schema, "/", name, is_plural(name) ? ".table.yml" : ".yml", NULL);
}

static char *fold(const char *schema, const char *name)
{
    g_autofree char *key = g_strconcat(schema, "/", name, NULL);
    return g_utf8_casefold(key, -1);
}

/* Counts names that are the same in lower case. */
static void count(GHashTable *counts, const char *schema, const char *name)
{
    char *key = fold(schema, name);
    guint n = GPOINTER_TO_UINT(g_hash_table_lookup(counts, key));
    g_hash_table_replace(counts, key, GUINT_TO_POINTER(n + 1));
}

static bool clashes(GHashTable *counts, const char *schema, const char *name)
{
    g_autofree char *key = fold(schema, name);
    return GPOINTER_TO_UINT(g_hash_table_lookup(counts, key)) > 1;
}

GHashTable *import_paths(const State *state)
{
    g_autoptr(GHashTable) tables = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GHashTable) schemas = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    GHashTable *paths = g_hash_table_new_full(NULL, NULL, NULL, g_free);
    for (guint i = 0; i < state->objects->len; i++) {
        const Object *object = g_ptr_array_index(state->objects, i);
        if (object_kind(object) == KIND_TABLE)
            count(tables, object->schema, object->name);
        if (object_kind(object) == KIND_SCHEMA)
            count(schemas, "", object->name);
    }
    for (guint i = 0; i < state->objects->len; i++) {
        Object *object = g_ptr_array_index(state->objects, i);
        if (object->parent)
            continue;
        bool schema = object->schema && clashes(schemas, "", object->schema);
        bool name =
            object_kind(object) == KIND_TABLE && clashes(tables, object->schema, object->name);
        g_hash_table_insert(paths, object, path_of(object, schema, name));
    }
    return paths;
}
