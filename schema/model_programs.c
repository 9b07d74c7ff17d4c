/* Views, triggers, policies, rules and the like in models: what their field tables do not say. */
#include "schema/model_reader.h"

#include <stdlib.h>
#include <string.h>

/* A query is kept without a semicolon at its end. */
static const char *without_semicolon(ModelReader *r, const char *text)
{
    gsize length = strlen(text);
    while (length > 0 && (text[length - 1] == ';' || g_ascii_isspace(text[length - 1])))
        length--;
    return state_text_n(r->state, text, length);
}

static void finish_query(ModelReader *r, const Object *object, const char **definition,
                         const YamlNode *node)
{
    if (*definition)
        *definition = without_semicolon(r, *definition);
    else
        yaml_error(node, r->diagnostics, DIAG_MODEL_EMPTY, "%s %s has no definition",
                   object->info->word, object->name);
}

static int by_default(const void *a, const void *b)
{
    return g_strcmp0(((const ViewDefault *)a)->column, ((const ViewDefault *)b)->column);
}

void model_read_view(ModelReader *r, Object *object, const YamlNode *node)
{
    ItemList defaults = ((View *)object)->column_defaults;
    if (defaults.count)
        qsort(defaults.items, defaults.count, sizeof(ViewDefault), by_default);
    finish_query(r, object, &((View *)object)->definition, node);
}

static int by_column(const void *a, const void *b)
{
    return g_strcmp0(((const ColumnSetting *)a)->column, ((const ColumnSetting *)b)->column);
}

void model_read_materialized_view(ModelReader *r, Object *object, const YamlNode *node)
{
    ItemList settings = ((MaterializedView *)object)->column_settings;
    if (settings.count)
        qsort(settings.items, settings.count, sizeof(ColumnSetting), by_column);
    finish_query(r, object, &((MaterializedView *)object)->definition, node);
}

static int by_token(const void *a, const void *b)
{
    return g_strcmp0(((const TokenMapping *)a)->token, ((const TokenMapping *)b)->token);
}

void model_read_text_search_configuration(ModelReader *r, Object *object, const YamlNode *node)
{
    ItemList mappings = ((TextSearchConfiguration *)object)->mappings;
    (void)r, (void)node;
    if (mappings.count)
        qsort(mappings.items, mappings.count, sizeof(TokenMapping), by_token);
}

void model_read_rule(ModelReader *r, Object *object, const YamlNode *node)
{
    finish_query(r, object, &((Rule *)object)->definition, node);
}

/* ---- triggers ---- */

static bool names_event(const NameList *events, const char *event)
{
    for (guint i = 0; i < events->count; i++)
        if (g_ascii_strcasecmp(events->names[i], event) == 0)
            return true;
    return false;
}

static void check_events(ModelReader *r, const Trigger *trigger, const YamlNode *node)
{
    if (trigger->events.count == 0)
        yaml_error(node, r->diagnostics, DIAG_MODEL_EMPTY, "trigger %s has no events",
                   trigger->object.name);
    for (guint i = 0; i < trigger->events.count; i++) {
        g_autofree char *event = g_ascii_strdown(trigger->events.names[i], -1);
        if (g_strv_contains(trigger_events, event))
            continue;
        Diagnostic *d = yaml_error(node, r->diagnostics, DIAG_MODEL_VALUE,
                                   "\"%s\" is no event of a trigger", trigger->events.names[i]);
        diag_set_detail(d, "it can be: insert, update, delete, truncate");
    }
}

static NameList ordered_events(ModelReader *r, const Trigger *trigger)
{
    g_autoptr(GPtrArray) events = g_ptr_array_new();
    for (guint i = 0; trigger_events[i]; i++)
        if (names_event(&trigger->events, trigger_events[i]))
            g_ptr_array_add(events, (gpointer)trigger_events[i]);
    return state_names(r->state, events, true);
}

void model_read_trigger(ModelReader *r, Object *object, const YamlNode *node)
{
    Trigger *trigger = (Trigger *)object;
    const YamlNode *columns = yaml_get(node, "update_of");
    if (!trigger->function.name && model_note_inherited(r, object, node))
        return; /* it is as the one above */
    check_events(r, trigger, node);
    trigger->events = ordered_events(r, trigger);
    if (!trigger->function.name)
        yaml_error(node, r->diagnostics, DIAG_MODEL_EMPTY, "trigger %s has no function",
                   object->name);
    if (columns && object_kind(object->parent) == KIND_TABLE)
        model_check_columns(r, object->parent, trigger->update_of, columns);
}

/* ---- policies, event triggers ---- */

static gint by_text(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static NameList sorted(ModelReader *r, NameList list, bool names)
{
    g_autoptr(GPtrArray) texts = g_ptr_array_new();
    for (guint i = 0; i < list.count; i++)
        g_ptr_array_add(texts, (gpointer)list.names[i]);
    g_ptr_array_sort(texts, by_text);
    return state_names(r->state, texts, names);
}

/* PostgreSQL keeps them in an order of its own; all kinds are those that go without saying. */
void model_read_statistics(ModelReader *r, Object *object, const YamlNode *node)
{
    Statistics *statistics = (Statistics *)object;
    (void)node;
    statistics->columns = sorted(r, statistics->columns, true);
    statistics->kinds =
        statistics->kinds.count < 3 ? sorted(r, statistics->kinds, false) : (NameList){0, NULL};
}

/* A policy for public is for all roles, whichever else it names. */
void model_read_policy(ModelReader *r, Object *object, const YamlNode *node)
{
    Policy *policy = (Policy *)object;
    (void)node;
    policy->roles = name_list_contains(policy->roles, "public") ? (NameList){0, NULL}
                                                                : sorted(r, policy->roles, false);
}

void model_read_event_trigger(ModelReader *r, Object *object, const YamlNode *node)
{
    EventTrigger *trigger = (EventTrigger *)object;
    g_autoptr(GPtrArray) tags = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < trigger->tags.count; i++)
        g_ptr_array_add(tags, g_ascii_strup(trigger->tags.names[i], -1));
    trigger->tags = sorted(r, state_names(r->state, tags, false), false);
    if (!trigger->function.name)
        yaml_error(node, r->diagnostics, DIAG_MODEL_EMPTY, "event trigger %s has no function",
                   object->name);
}
