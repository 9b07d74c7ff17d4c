#include "generator/managed.h"

#include "generator/origins.h"
#include "schema/access.h"
#include "schema/filter.h"

#include <string.h>

/* ---- schemas ---- */

static gint compare_names(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The schemas that a state has or has something in (copies), in order. */
static void add_schemas(const State *state, GPtrArray *names)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < state->objects->len; i++) {
        const Object *object = g_ptr_array_index(state->objects, i);
        const char *name = object_kind(object) == KIND_SCHEMA ? object->name : object->schema;
        if (name && g_hash_table_add(seen, (gpointer)name))
            g_ptr_array_add(names, g_strdup(name));
    }
    g_ptr_array_sort(names, compare_names);
}

char **managed_schemas(const Config *config, const State *declared)
{
    if (config->all_schemas || (!config->schemas->len && !declared))
        return NULL;
    GPtrArray *names = g_ptr_array_new();
    for (guint i = 0; i < config->schemas->len; i++) {
        const ConfigEntry *entry = g_ptr_array_index(config->schemas, i);
        g_ptr_array_add(names, g_strdup(entry->value));
    }
    if (!config->schemas->len) {
        add_schemas(declared, names);
        origins_add(declared, names);
    }
    if (names->len == 0)
        g_ptr_array_add(names, g_strdup(config->schema));
    g_ptr_array_add(names, NULL);
    return (char **)g_ptr_array_free(names, FALSE);
}

/* ---- what is in them ---- */

static bool declares(const State *state, Kind kind)
{
    for (guint i = 0; i < state->objects->len; i++)
        if (object_kind(g_ptr_array_index(state->objects, i)) == kind)
            return true;
    return false;
}

/* Kinds outside of schemas are managed with `schemas: all`, or where models declare one. Schema
 * public is never dropped. */
static void leave_alone(const Config *config, State *from, const State *declared)
{
    g_autoptr(GPtrArray) others = g_ptr_array_new();
    for (guint i = 0; i < from->objects->len; i++) {
        Object *object = g_ptr_array_index(from->objects, i);
        if (object->parent || object->schema || object_kind(object) == KIND_DEFAULT_PRIVILEGES)
            continue; /* default privileges are grants: access.h looks after them */
        bool is_schema = object_kind(object) == KIND_SCHEMA;
        bool is_public = is_schema && strcmp(object->name, "public") == 0;
        bool managed = config->all_schemas || is_schema || declares(declared, object_kind(object));
        if (!state_find_same(declared, object) && (is_public || !managed))
            g_ptr_array_add(others, object);
    }
    state_remove_all(from, others);
}

static Filter *filter_of(const Config *config, Diagnostics *diagnostics)
{
    g_autoptr(GPtrArray) include = g_ptr_array_new();
    g_autoptr(GPtrArray) exclude = g_ptr_array_new();
    const struct {
        const GPtrArray *entries;
        GPtrArray *patterns;
    } lists[] = {{config->include, include}, {config->exclude, exclude}};
    for (size_t list = 0; list < G_N_ELEMENTS(lists); list++) {
        for (guint i = 0; i < lists[list].entries->len; i++)
            g_ptr_array_add(lists[list].patterns,
                            ((ConfigEntry *)g_ptr_array_index(lists[list].entries, i))->value);
        g_ptr_array_add(lists[list].patterns, NULL);
    }
    return filter_new((const char *const *)include->pdata, (const char *const *)exclude->pdata,
                      (Place){config->path, 0, 0}, diagnostics);
}

/* What a pattern leaves out, or a list of schemas (NULL: none). */
static void find_others(const State *state, const Filter *filter, const char *const *schemas,
                        GPtrArray *ret)
{
    for (guint i = 0; i < state->objects->len; i++) {
        Object *object = g_ptr_array_index(state->objects, i);
        if (object->parent)
            continue;
        const char *schema = object_kind(object) == KIND_SCHEMA ? object->name : object->schema;
        if (!filter_keeps(filter, object) ||
            (schemas && schema && !g_strv_contains(schemas, schema)))
            g_ptr_array_add(ret, object);
    }
}

bool managed_find_others(const Config *config, const State *state, GPtrArray *ret,
                         Diagnostics *diagnostics)
{
    g_auto(GStrv) schemas = managed_schemas(config, NULL);
    g_autoptr(Filter) filter = filter_of(config, diagnostics);
    if (!filter)
        return false;
    find_others(state, filter, (const char *const *)schemas, ret);
    return true;
}

bool managed_cut_configured(const Config *config, State *state, Diagnostics *diagnostics)
{
    g_autoptr(GPtrArray) others = g_ptr_array_new();
    if (!managed_find_others(config, state, others, diagnostics))
        return false;
    state_remove_all(state, others);
    return true;
}

static void cut(State *state, const Filter *filter)
{
    g_autoptr(GPtrArray) others = g_ptr_array_new();
    find_others(state, filter, NULL, others);
    state_remove_all(state, others);
}

static bool cut_both(const Config *config, State *from, State *to, Diagnostics *diagnostics)
{
    if (!config->include->len && !config->exclude->len)
        return true;
    g_autoptr(Filter) filter = filter_of(config, diagnostics);
    if (!filter)
        return false;
    cut(from, filter);
    cut(to, filter);
    return true;
}

static bool manages(const Config *config, const char *what)
{
    for (guint i = 0; i < config->manage->len; i++)
        if (strcmp(((ConfigEntry *)g_ptr_array_index(config->manage, i))->value, what) == 0)
            return true;
    return false;
}

void managed_complete_grants(const Config *config, State *models)
{
    if (manages(config, "grants"))
        access_complete_grants(models);
}

void managed_forget_access(const Config *config, State *state, const State *declared)
{
    access_forget(state, declared, !manages(config, "owners"), !manages(config, "grants"));
}

bool managed_cut(const Config *config, ManagedSide first, ManagedSide second,
                 Diagnostics *diagnostics)
{
    if (!cut_both(config, first.state, second.state, diagnostics))
        return false;
    bool declared = !first.from_server;
    if (declared && !config->schemas->len && !config->all_schemas)
        origins_trim(second.state, first.state);
    if (declared)
        managed_complete_grants(config, first.state);
    if (!second.from_server)
        managed_complete_grants(config, second.state);
    if (declared)
        leave_alone(config, second.state, first.state);
    managed_forget_access(config, second.state, declared ? first.state : NULL);
    if (!declared)
        managed_forget_access(config, first.state, NULL);
    access_forget_defaults(first.state);
    access_forget_defaults(second.state);
    return true;
}
