/* Models of tables: their sections, in the order in which they depend on each other. */
#include "schema/model_reader.h"

#include <string.h>

/* Keys of a model that this file and its neighbours read. */
static const char *const table_sections[] = {
    "table",        "fields",       "relations",    "primary_key", "unique",           "checks",
    "foreign_keys", "partition_of", "partition_by", "partitions",  "values",           "inherits",
    "exclude",      "indexes",      "timestamps",   "soft_delete", "replica_identity", NULL};

static const struct {
    const char *key;
    ChildReader *read;
} child_sections[] = {
    {"unique", model_read_unique},
    {"checks", model_read_check},
    {"foreign_keys", model_read_foreign_key},
    {"exclude", model_read_exclusion},
    {"indexes", model_read_index},
};

TableModel *model_table_new(ModelReader *r, Table *table, const YamlNode *node, const char *name)
{
    TableModel *model = g_new0(TableModel, 1);
    model->table = table;
    model->node = node;
    model->name = g_intern_string(name);
    model->primary = g_ptr_array_new();
    g_ptr_array_add(r->tables, model);
    g_hash_table_insert(r->by_table, table, model);
    return model;
}

void model_table_free(gpointer data)
{
    TableModel *model = data;
    g_ptr_array_unref(model->primary);
    g_free(model);
}

/* ---- columns ---- */

static bool is_primary(const YamlNode *field)
{
    const YamlNode *primary = yaml_get(field, "primary");
    bool yes = false;
    return primary && yaml_get_bool(primary, &yes) && yes;
}

/* The names in `primary_key:`, a list or a mapping with `fields`. */
static void find_primary_section(ModelReader *r, TableModel *model)
{
    const YamlNode *section = yaml_get(model->node, "primary_key");
    if (!section || yaml_is_null(section))
        return;
    model->primary_node = section;
    const YamlNode *fields =
        yaml_kind(section) == YAML_MAPPING ? yaml_get(section, "fields") : section;
    NameList names = {0, NULL};
    if (!fields)
        return;
    if (model->primary->len) {
        Diagnostic *d = yaml_error(fields, r->diagnostics, DIAG_MODEL_CONTRADICTION,
                                   "the primary key is given twice");
        diag_set_detail(d, "field %s says primary: true",
                        (const char *)g_ptr_array_index(model->primary, 0));
        return;
    }
    if (!model_names(r, "primary_key", fields, &names))
        return;
    for (guint i = 0; i < names.count; i++)
        g_ptr_array_add(model->primary, (gpointer)names.names[i]);
}

void model_read_columns(ModelReader *r, TableModel *model)
{
    const Table *table = model->table;
    const YamlNode *fields = model->node ? yaml_get(model->node, "fields") : NULL;
    if (!model->node)
        return;
    if (!fields && !yaml_get(model->node, "relations") && !model_has_parents(model)) {
        Diagnostic *d = yaml_error(model->node, r->diagnostics, DIAG_MODEL_EMPTY,
                                   "model %s has no fields", table->object.name);
        diag_set_hint(d, "a table without columns has `fields: {}`");
    }
    if (fields && !yaml_is_null(fields) && model_expect_mapping(r, "fields", fields)) {
        for (guint i = 0; i < yaml_count(fields); i++) {
            model_read_column(r, model, yaml_key(fields, i), yaml_value(fields, i));
            if (!is_primary(yaml_value(fields, i)))
                continue;
            const char *name = yaml_text(yaml_key(fields, i));
            g_ptr_array_add(model->primary, (gpointer)g_intern_string(name));
            if (!model->primary_node)
                model->primary_node = yaml_get(yaml_value(fields, i), "primary");
        }
    }
    find_primary_section(r, model);
}

static void add_timestamp(ModelReader *r, TableModel *model, const char *name, const YamlNode *node,
                          bool required)
{
    if (state_find_child(r->state, KIND_COLUMN, &model->table->object, name))
        return; /* declared as a field, as somebody wants it */
    Column *column = (Column *)model_add_child(r, KIND_COLUMN, &model->table->object, name, node);
    column->type = "timestamp with time zone";
    column->not_null = required;
    if (required)
        column->default_expr = "now()";
}

void model_read_standard_columns(ModelReader *r, TableModel *model)
{
    const YamlNode *timestamps = model->node ? yaml_get(model->node, "timestamps") : NULL;
    const YamlNode *soft_delete = model->node ? yaml_get(model->node, "soft_delete") : NULL;
    bool wanted = false;
    if (timestamps && !yaml_is_null(timestamps) &&
        model_bool(r, "timestamps", timestamps, &wanted) && wanted) {
        add_timestamp(r, model, "created_at", timestamps, true);
        add_timestamp(r, model, "updated_at", timestamps, true);
    }
    wanted = false;
    if (soft_delete && !yaml_is_null(soft_delete) &&
        model_bool(r, "soft_delete", soft_delete, &wanted) && wanted)
        add_timestamp(r, model, "deleted_at", soft_delete, false);
}

/* ---- sections ---- */

/* A word, or { index: name }. */
static void read_replica_identity(ModelReader *r, TableModel *model)
{
    static const char *const known[] = {"index", NULL};
    const Field *field = kind_field(kind_infos[KIND_TABLE], "replica_identity");
    const YamlNode *node = yaml_get(model->node, "replica_identity");
    if (!node || yaml_is_null(node))
        return;
    if (yaml_kind(node) != YAML_MAPPING) {
        model_read_field(r, &model->table->object, model->table, field, node);
        return;
    }
    const YamlNode *index = yaml_get(node, "index");
    if (!yaml_check_keys(node, known, r->diagnostics) || !index)
        return;
    model->table->replica_identity = "index";
    model->table->replica_identity_index = model_name(r, "index", index);
}

/* "unique: [a, b]" could mean one constraint or two. */
static bool is_flat(ModelReader *r, const char *key, const YamlNode *section)
{
    if (yaml_kind(section) != YAML_SEQUENCE || yaml_count(section) < 2 ||
        strcmp(key, "checks") == 0)
        return false;
    for (guint i = 0; i < yaml_count(section); i++)
        if (!yaml_text(yaml_item(section, i)))
            return false;
    const char *a = yaml_text(yaml_item(section, 0));
    const char *b = yaml_text(yaml_item(section, 1));
    Diagnostic *d =
        yaml_error(section, r->diagnostics, DIAG_MODEL_TYPE, "%s must be a list of lists", key);
    diag_set_hint(d, "write [[%s, %s]] for one on both, or [[%s], [%s]] for one on each", a, b, a,
                  b);
    return true;
}

static void read_sections(ModelReader *r, TableModel *model)
{
    Object *table = &model->table->object;
    for (size_t i = 0; i < G_N_ELEMENTS(child_sections); i++) {
        const char *key = child_sections[i].key;
        const YamlNode *section = yaml_get(model->node, key);
        if (section && !is_flat(r, key, section))
            model_read_section(r, table, key, section, child_sections[i].read);
    }
}

static void read_column_constraints(ModelReader *r, TableModel *model)
{
    const YamlNode *fields = yaml_get(model->node, "fields");
    if (!fields || yaml_kind(fields) != YAML_MAPPING)
        return;
    for (guint i = 0; i < yaml_count(fields); i++)
        model_read_column_constraints(r, model, yaml_key(fields, i), yaml_value(fields, i));
}

void model_read_table(ModelReader *r, TableModel *model)
{
    if (model->node) {
        model_read_object(r, &model->table->object, model->node, table_sections);
        read_replica_identity(r, model);
    }
    model_read_primary_key(r, model);
    if (!model->node)
        return;
    read_column_constraints(r, model);
    read_sections(r, model);
    model_read_relation_constraints(r, model);
    model_read_children(r, &model->table->object, model->node);
}
