/* What the names in models stand for. */
#include "schema/identifier.h"
#include "schema/model_reader.h"
#include "schema/suggest.h"

#include <string.h>

static bool accepted(const Object *object, ObjectFilter *filter)
{
    return !filter || filter(object);
}

static Object *in_schema(const GPtrArray *objects, const char *schema, ObjectFilter *filter)
{
    for (guint i = 0; i < objects->len; i++) {
        Object *object = g_ptr_array_index(objects, i);
        if (object->schema == schema && accepted(object, filter))
            return object;
    }
    return NULL;
}

/* The only one of the name, in whatever schema. */
static Object *in_any(const GPtrArray *objects, ObjectFilter *filter)
{
    Object *found = NULL;
    for (guint i = 0; i < objects->len; i++) {
        Object *object = g_ptr_array_index(objects, i);
        if (!accepted(object, filter))
            continue;
        if (found)
            return NULL;
        found = object;
    }
    return found;
}

Object *model_find(const ModelReader *r, const char *schema, QualifiedName name,
                   ObjectFilter *filter)
{
    const GPtrArray *objects = g_hash_table_lookup(r->by_name, name.name);
    if (!objects)
        return NULL;
    if (name.schema)
        return in_schema(objects, name.schema, filter);
    const char *path[] = {schema, r->schema, g_intern_static_string("public")};
    for (size_t i = 0; i < G_N_ELEMENTS(path); i++) {
        Object *found = in_schema(objects, path[i], filter);
        if (found)
            return found;
    }
    return in_any(objects, filter);
}

bool model_is_table(const Object *object)
{
    return object_kind(object) == KIND_TABLE;
}

static void suggest_table(ModelReader *r, Diagnostic *d, const char *name)
{
    Suggestion suggestion = SUGGESTION_FOR(name);
    for (guint i = 0; i < r->tables->len; i++) {
        const TableModel *model = g_ptr_array_index(r->tables, i);
        suggestion_try(&suggestion, model->table->object.name);
    }
    if (suggestion.best)
        diag_set_hint(d, "did you mean \"%s\"?", suggestion.best);
}

Object *model_find_table(ModelReader *r, const char *schema, QualifiedName name,
                         const YamlNode *node)
{
    Object *found = model_find(r, schema, name, model_is_table);
    if (found || r->incomplete)
        return found;
    const GPtrArray *objects = g_hash_table_lookup(r->by_name, name.name);
    Diagnostic *d =
        yaml_error(node, r->diagnostics, DIAG_MODEL_REFERENCE, "there is no table \"%s%s%s\"",
                   name.schema ? name.schema : "", name.schema ? "." : "", name.name);
    if (objects && !name.schema)
        diag_set_hint(d, "several schemas have one of this name: write schema.name");
    else
        suggest_table(r, d, name.name);
    return NULL;
}

Column *model_find_column(ModelReader *r, const Object *table, const char *name,
                          const YamlNode *node)
{
    Object *column = state_find_child(r->state, KIND_COLUMN, table, name);
    if (column)
        return (Column *)column;
    Suggestion suggestion = SUGGESTION_FOR(name);
    guint position = 0;
    for (Object *c; (c = object_child(table, KIND_COLUMN, &position));)
        suggestion_try(&suggestion, c->name);
    Diagnostic *d = yaml_error(node, r->diagnostics, DIAG_MODEL_REFERENCE,
                               "table %s has no field \"%s\"", table->name, name);
    if (suggestion.best)
        diag_set_hint(d, "did you mean \"%s\"?", suggestion.best);
    return NULL;
}

TableModel *model_of(const ModelReader *r, const Object *table)
{
    return g_hash_table_lookup(r->by_table, table);
}

static TableModel *target_by_model(const ModelReader *r, const TableModel *from, const char *name)
{
    const GPtrArray *models = g_hash_table_lookup(r->by_model, g_intern_string(name));
    if (!models)
        return NULL;
    for (guint i = 0; i < models->len; i++) {
        TableModel *model = g_ptr_array_index(models, i);
        if (model->table->object.schema == from->table->object.schema)
            return model;
    }
    return models->len == 1 ? g_ptr_array_index(models, 0) : NULL;
}

TableModel *model_find_target(ModelReader *r, const TableModel *from, const YamlNode *node)
{
    const char *text = yaml_text(node);
    g_auto(GStrv) parts = text ? identifier_split(text) : NULL;
    guint count = parts ? g_strv_length(parts) : 0;
    if (count != 1 && count != 2)
        return NULL;
    QualifiedName name = {count == 2 ? g_intern_string(parts[0]) : NULL,
                          g_intern_string(parts[count - 1])};
    TableModel *target = name.schema ? NULL : target_by_model(r, from, name.name);
    if (target)
        return target;
    const Object *table = model_find(r, from->table->object.schema, name, model_is_table);
    return table ? model_of(r, table) : NULL;
}

void model_error_target(ModelReader *r, const YamlNode *node)
{
    const char *name = yaml_text(node);
    if (r->incomplete)
        return;
    if (!name) {
        yaml_error(node, r->diagnostics, DIAG_MODEL_TYPE, "target must be the name of a model");
        return;
    }
    Suggestion suggestion = SUGGESTION_FOR(name);
    for (guint i = 0; i < r->tables->len; i++)
        suggestion_try(&suggestion, ((TableModel *)g_ptr_array_index(r->tables, i))->name);
    Diagnostic *d =
        yaml_error(node, r->diagnostics, DIAG_MODEL_REFERENCE, "there is no model \"%s\"", name);
    if (suggestion.best)
        diag_set_hint(d, "did you mean \"%s\"?", suggestion.best);
}
