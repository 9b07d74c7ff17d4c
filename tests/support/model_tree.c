#include "tests/support/model_tree.h"

#include <string.h>

ModelNode *model_node_new(const char *kind, const char *name)
{
    ModelNode *node = g_new0(ModelNode, 1);

    node->kind = kind;
    node->name = g_strdup(name);
    node->attributes = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    node->children = g_ptr_array_new_with_free_func((GDestroyNotify)model_node_free);
    return node;
}

void model_node_free(ModelNode *node)
{
    g_free(node->name);
    g_hash_table_unref(node->attributes);
    g_ptr_array_unref(node->children);
    g_free(node);
}

ModelNode *model_node_copy(const ModelNode *node)
{
    ModelNode *copy = model_node_new(node->kind, node->name);
    GHashTableIter iter;
    gpointer key, value;

    g_hash_table_iter_init(&iter, node->attributes);
    while (g_hash_table_iter_next(&iter, &key, &value))
        model_node_set(copy, key, value);
    for (guint i = 0; i < node->children->len; i++)
        model_node_add(copy, model_node_copy(node->children->pdata[i]));
    return copy;
}

ModelNode *model_node_add(ModelNode *node, ModelNode *child)
{
    g_ptr_array_add(node->children, child);
    return child;
}

ModelNode *model_node_find(const ModelNode *node, const char *kind, const char *name)
{
    for (guint i = 0; i < node->children->len; i++) {
        ModelNode *child = node->children->pdata[i];
        if (strcmp(child->kind, kind) == 0 && g_strcmp0(child->name, name) == 0)
            return child;
    }
    return NULL;
}

const char *model_node_get(const ModelNode *node, const char *attribute)
{
    return g_hash_table_lookup(node->attributes, attribute);
}

void model_node_set(ModelNode *node, const char *attribute, const char *value)
{
    if (value != NULL)
        g_hash_table_insert(node->attributes, g_strdup(attribute), g_strdup(value));
    else
        g_hash_table_remove(node->attributes, attribute);
}

char *model_sql_name(const char *name)
{
    g_auto(GStrv) parts = g_strsplit(name, "\"", -1);
    g_autofree char *doubled = g_strjoinv("\"\"", parts);

    return g_strdup_printf("\"%s\"", doubled);
}

/* ---- repair ---- */

static bool has_fields(const ModelNode *table, const ModelNode *extra)
{
    g_auto(GStrv) names = g_strsplit(model_node_get(extra, "fields"), " ", -1);

    for (char **name = names; *name != NULL; name++) {
        if (model_node_find(table, "field", *name) == NULL)
            return false;
    }
    return true;
}

static void repair_field(const ModelNode *models, ModelNode *field)
{
    const char *target = model_node_get(field, "references");
    const char *type = model_node_get(field, "enum");

    if (target != NULL && model_node_find(models, "table", target) == NULL)
        model_node_set(field, "references", NULL);
    if (type != NULL && model_node_find(models, "enum", type) == NULL) {
        model_node_set(field, "enum", NULL);
        model_node_set(field, "type", "text");
        model_node_set(field, "default", NULL);
        model_node_set(field, "check", NULL);
    }
}

static void repair_table(const ModelNode *models, ModelNode *table)
{
    for (guint i = table->children->len; i-- > 0;) {
        ModelNode *child = table->children->pdata[i];
        if (strcmp(child->kind, "field") == 0)
            repair_field(models, child);
        else if (!has_fields(table, child))
            g_ptr_array_remove_index(table->children, i);
    }
}

static bool is_referred_to(const ModelNode *models, const ModelNode *table)
{
    for (guint i = 0; i < models->children->len; i++) {
        const ModelNode *other = models->children->pdata[i];
        for (guint j = 0; j < other->children->len; j++) {
            const char *target = model_node_get(other->children->pdata[j], "references");
            if (target != NULL && strcmp(target, table->name) == 0)
                return true;
        }
    }
    return false;
}

/* A reference is to `id`. */
static void repair_references(ModelNode *models, const ModelNode *table)
{
    if (model_node_find(table, "field", "id") != NULL || !is_referred_to(models, table))
        return;
    for (guint i = 0; i < models->children->len; i++) {
        const ModelNode *other = models->children->pdata[i];
        for (guint j = 0; j < other->children->len; j++) {
            const char *target = model_node_get(other->children->pdata[j], "references");
            if (target != NULL && strcmp(target, table->name) == 0)
                model_node_set(other->children->pdata[j], "references", NULL);
        }
    }
}

void model_tree_repair(ModelNode *models)
{
    for (guint i = 0; i < models->children->len; i++)
        repair_table(models, models->children->pdata[i]);
    for (guint i = 0; i < models->children->len; i++) {
        const ModelNode *child = models->children->pdata[i];
        if (strcmp(child->kind, "table") == 0)
            repair_references(models, child);
    }
}

/* ---- writing ---- */

/* A YAML string in double quotes. */
static void append_quoted(GString *out, const char *text)
{
    g_string_append_c(out, '"');
    for (; *text != '\0'; text++) {
        if (*text == '"' || *text == '\\')
            g_string_append_c(out, '\\');
        g_string_append_c(out, *text);
    }
    g_string_append_c(out, '"');
}

/* Replaces each %s by the next name, as SQL writes it; the last one stands for more. */
static char *fill(const char *template, const char *fields)
{
    g_auto(GStrv) names = g_strsplit(fields, " ", -1);
    g_auto(GStrv) parts = g_strsplit(template, "%s", -1);
    GString *out = g_string_new(parts[0]);

    for (guint i = 1; parts[i] != NULL; i++) {
        g_autofree char *name = model_sql_name(names[MIN(i, g_strv_length(names)) - 1]);
        g_string_append_printf(out, "%s%s", name, parts[i]);
    }
    return g_string_free(out, FALSE);
}

static void append_expression(GString *out, const char *key, const char *template,
                              const char *fields)
{
    g_autofree char *text = fill(template, fields);

    g_string_append_printf(out, ", %s: ", key);
    append_quoted(out, text);
}

static void append_attributes(GString *out, const ModelNode *node, const char *const *keys)
{
    for (; *keys != NULL; keys++) {
        const char *value = model_node_get(node, *keys);
        if (value != NULL)
            g_string_append_printf(out, ", %s: %s", *keys, value);
    }
}

static void append_field(GString *out, const ModelNode *field)
{
    static const char *const keys[] = {"default", "required", "unique",  "index", "identity",
                                       "primary", "comment",  "storage", NULL};
    static const char *const reference_keys[] = {"on_delete", "deferrable", NULL};
    const char *target = model_node_get(field, "references");
    const char *from = model_node_get(field, "renamed_from");

    g_string_append(out, "  ");
    append_quoted(out, field->name);
    g_string_append(out, ": { type: ");
    append_quoted(out, model_node_get(field, "type"));
    append_attributes(out, field, keys);
    if (target != NULL) {
        append_expression(out, "references", "%s.id", target);
        append_attributes(out, field, reference_keys);
    }
    if (model_node_get(field, "check") != NULL)
        append_expression(out, "check", model_node_get(field, "check"), field->name);
    if (from != NULL) {
        g_string_append(out, ", renamed_from: ");
        append_quoted(out, from);
    }
    g_string_append(out, " }\n");
}

static void append_extra(GString *out, const ModelNode *extra)
{
    static const char *const keys[] = {"name", "unique", "method", "deferrable", "with", NULL};
    const char *fields = model_node_get(extra, "fields");
    const char *expression = model_node_get(extra, "expression");

    if (strcmp(extra->kind, "check") == 0) {
        g_string_append(out, "  - { no_inherit: false");
        append_expression(out, "expression", expression, fields);
    } else if (expression != NULL) {
        g_autofree char *text = fill(expression, fields);
        g_string_append(out, "  - { fields: [ { expression: ");
        append_quoted(out, text);
        g_string_append(out, " } ]");
    } else {
        g_auto(GStrv) names = g_strsplit(fields, " ", -1);
        g_string_append(out, "  - { fields: [");
        for (guint i = 0; names[i] != NULL; i++) {
            g_string_append(out, i > 0 ? ", " : "");
            append_quoted(out, names[i]);
        }
        g_string_append_c(out, ']');
    }
    append_attributes(out, extra, keys);
    if (model_node_get(extra, "where") != NULL)
        append_expression(out, "where", model_node_get(extra, "where"), fields);
    g_string_append(out, " }\n");
}

static void append_section(GString *out, const ModelNode *table, const char *kind, const char *key)
{
    bool any = false;

    for (guint i = 0; i < table->children->len; i++) {
        const ModelNode *child = table->children->pdata[i];
        if (strcmp(child->kind, kind) != 0)
            continue;
        if (!any)
            g_string_append_printf(out, "%s:\n", key);
        any = true;
        if (strcmp(kind, "field") == 0)
            append_field(out, child);
        else
            append_extra(out, child);
    }
    if (!any && strcmp(kind, "field") == 0)
        g_string_append(out, "fields: {}\n");
}

static void append_table(GString *out, const ModelNode *table)
{
    static const char *const keys[] = {"comment", "unlogged", "options", NULL};
    const char *from = model_node_get(table, "renamed_from");

    g_string_append(out, "table: ");
    append_quoted(out, table->name);
    for (const char *const *key = keys; *key != NULL; key++) {
        if (model_node_get(table, *key) != NULL)
            g_string_append_printf(out, "\n%s: %s", *key, model_node_get(table, *key));
    }
    if (from != NULL) {
        g_autofree char *name = model_sql_name(from);
        g_string_append(out, "\nrenamed_from: ");
        append_quoted(out, name);
    }
    g_string_append_c(out, '\n');
    append_section(out, table, "field", "fields");
    append_section(out, table, "unique", "unique");
    append_section(out, table, "check", "checks");
    append_section(out, table, "index", "indexes");
}

static void append_enum(GString *out, const ModelNode *type)
{
    g_auto(GStrv) values = g_strsplit(model_node_get(type, "values"), " ", -1);
    const char *renamed = model_node_get(type, "renamed");
    g_auto(GStrv) pair = g_strsplit(renamed != NULL ? renamed : "", "=", 2);

    g_string_append(out, "enum: ");
    append_quoted(out, type->name);
    g_string_append(out, "\nvalues: [");
    for (guint i = 0; values[i] != NULL; i++) {
        g_string_append(out, i > 0 ? ", " : "");
        if (renamed != NULL && strcmp(values[i], pair[1]) == 0)
            g_string_append_printf(out, "{ value: %s, renamed_from: %s }", values[i], pair[0]);
        else
            g_string_append(out, values[i]);
    }
    g_string_append(out, "]\n");
    if (model_node_get(type, "comment") != NULL)
        g_string_append_printf(out, "comment: %s\n", model_node_get(type, "comment"));
}

char *model_tree_yaml(const ModelNode *models)
{
    /* One table is always there, so that the schema is always managed. */
    GString *out = g_string_new("table: keep\nfields:\n  id: integer\n");

    for (guint i = 0; i < models->children->len; i++) {
        const ModelNode *child = models->children->pdata[i];
        g_string_append(out, "---\n");
        if (strcmp(child->kind, "enum") == 0)
            append_enum(out, child);
        else
            append_table(out, child);
    }
    return g_string_free(out, FALSE);
}
