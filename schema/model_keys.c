/* Constraints of tables: primary keys, unique constraints, foreign keys, exclusions. */
#include "schema/identifier.h"
#include "schema/model_reader.h"

#include <string.h>

NameList model_one_name(ModelReader *r, const char *name)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    g_ptr_array_add(names, (gpointer)name);
    return state_names(r->state, names, true);
}

bool model_check_columns(ModelReader *r, const Object *table, NameList columns,
                         const YamlNode *node)
{
    bool good = true;
    bool list = yaml_kind(node) == YAML_SEQUENCE && yaml_count(node) == columns.count;
    for (guint i = 0; i < columns.count; i++)
        good &=
            model_find_column(r, table, columns.names[i], list ? yaml_item(node, i) : node) != NULL;
    return good;
}

/* The node where a mapping lists columns, for messages. */
static const YamlNode *list_node(const YamlNode *node, const char *key)
{
    const YamlNode *list = yaml_get(node, key);
    return list ? list : node;
}

/* ---- primary keys ---- */

static void set_not_null(ModelReader *r, const Object *table, NameList columns)
{
    for (guint i = 0; i < columns.count; i++) {
        Object *column = state_find_child(r->state, KIND_COLUMN, table, columns.names[i]);
        if (column)
            ((Column *)column)->not_null = true;
    }
}

void model_read_primary_key(ModelReader *r, TableModel *model)
{
    static const char *const known[] = {"fields", NULL};
    Object *table = &model->table->object;
    const YamlNode *node = model->primary_node;
    if (!node)
        return;
    const char *name = yaml_kind(node) == YAML_MAPPING ? model_child_name(r, NULL, node) : NULL;
    KeyConstraint *key = (KeyConstraint *)model_add_child(r, KIND_PRIMARY_KEY, table, name, node);
    if (!key)
        return;
    key->object.in_field = !yaml_get(model->node, "primary_key");
    key->columns = state_names(r->state, model->primary, true);
    if (yaml_kind(node) == YAML_MAPPING)
        model_read_object(r, &key->object, node, known);
    model_note_attached(r, &key->object, node);
    if (key->columns.count == 0 && !key->attached_to)
        yaml_error(node, r->diagnostics, DIAG_MODEL_EMPTY, "the primary key has no fields");
    model_check_columns(r, table, key->columns, list_node(node, "fields"));
    model_check_columns(r, table, key->include, list_node(node, "include"));
    set_not_null(r, table, key->columns);
}

/* ---- unique constraints ---- */

void model_read_unique(ModelReader *r, Object *parent, const char *name, const YamlNode *node)
{
    bool mapping = yaml_kind(node) == YAML_MAPPING;
    if (mapping)
        name = model_child_name(r, name, node);
    KeyConstraint *key = (KeyConstraint *)model_add_child(r, KIND_UNIQUE, parent, name, node);
    if (!key)
        return;
    if (mapping)
        model_read_object(r, &key->object, node, NULL);
    else
        model_names(r, "unique", node, &key->columns);
    model_note_attached(r, &key->object, node);
    if (mapping && key->columns.count == 0 && !key->attached_to)
        yaml_error(node, r->diagnostics, DIAG_MODEL_EMPTY, "this unique constraint has no fields");
    model_check_columns(r, parent, key->columns, list_node(node, "fields"));
    model_check_columns(r, parent, key->include, list_node(node, "include"));
}

/* ---- exclusions ---- */

static void check_elements(ModelReader *r, const Object *table, const Exclusion *exclusion,
                           const YamlNode *node)
{
    const IndexElement *elements = exclusion->elements.items;
    const YamlNode *list = list_node(node, "elements");
    for (guint i = 0; i < exclusion->elements.count; i++) {
        const YamlNode *item = yaml_kind(list) == YAML_SEQUENCE ? yaml_item(list, i) : list;
        if (!elements[i].with_operator)
            yaml_error(item, r->diagnostics, DIAG_MODEL_EMPTY,
                       "this element has no operator (with:)");
        if (elements[i].field)
            model_find_column(r, table, elements[i].field, item);
        else if (!elements[i].expression)
            yaml_error(item, r->diagnostics, DIAG_MODEL_EMPTY,
                       "this element has neither field nor expression");
    }
    if (exclusion->elements.count == 0 && !exclusion->attached_to)
        yaml_error(node, r->diagnostics, DIAG_MODEL_EMPTY, "this exclusion has no elements");
}

void model_read_exclusion(ModelReader *r, Object *parent, const char *name, const YamlNode *node)
{
    if (!model_expect_mapping(r, "an exclusion", node))
        return;
    name = model_child_name(r, name, node);
    Exclusion *exclusion = (Exclusion *)model_add_child(r, KIND_EXCLUSION, parent, name, node);
    if (!exclusion || !model_read_object(r, &exclusion->object, node, NULL))
        return;
    model_note_attached(r, &exclusion->object, node);
    check_elements(r, parent, exclusion, node);
    model_check_columns(r, parent, exclusion->include, list_node(node, "include"));
}

/* ---- foreign keys ---- */

/* What a reference names. */
typedef struct Reference {
    Object *table;
    NameList columns; /* empty: the primary key */
} Reference;

static bool find_reference(ModelReader *r, const Object *from, char **parts, guint count,
                           const YamlNode *node, Reference *ret)
{
    QualifiedName name = {count == 2 ? g_intern_string(parts[0]) : NULL,
                          g_intern_string(parts[count - 1])};
    if (count > 2) {
        yaml_error(node, r->diagnostics, DIAG_MODEL_TYPE,
                   "references must be table.field, table(field, …) or schema.table.field");
        return false;
    }
    ret->table = model_find_table(r, from->schema, name, node);
    return ret->table != NULL;
}

/* users(id), app.users(tenant_id, id) */
static bool read_parenthesis(ModelReader *r, const Object *from, const char *text,
                             const YamlNode *node, Reference *ret)
{
    const char *open = strchr(text, '(');
    gsize length = strlen(text);
    g_autofree char *table = g_strndup(text, (gsize)(open - text));
    g_autofree char *list = NULL;
    if (text[length - 1] == ')')
        list = g_strndup(open + 1, (gsize)(text + length - 1 - (open + 1)));
    g_auto(GStrv) parts = identifier_split(g_strstrip(table));
    g_auto(GStrv) columns = list ? g_strsplit(list, ",", -1) : NULL;
    if (!parts || !columns || !columns[0]) {
        yaml_error(node, r->diagnostics, DIAG_MODEL_TYPE,
                   "references must be table.field or table(field, …)");
        return false;
    }
    if (!find_reference(r, from, parts, g_strv_length(parts), node, ret))
        return false;
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    for (char **c = columns; *c; c++) {
        g_auto(GStrv) one = identifier_split(g_strstrip(*c));
        g_ptr_array_add(names, g_strdup(one ? one[0] : *c));
    }
    ret->columns = state_names(r->state, names, true);
    return true;
}

/* Of two parts, the first may be a schema or a table. */
static bool read_points(ModelReader *r, const Object *from, const char *text, const YamlNode *node,
                        Reference *ret)
{
    g_auto(GStrv) parts = identifier_split(text);
    guint count = parts ? g_strv_length(parts) : 0;
    if (count == 0 || count > 3) {
        yaml_error(node, r->diagnostics, DIAG_MODEL_TYPE,
                   "references must be table.field, table(field, …) or schema.table.field");
        return false;
    }
    if (count == 2) {
        QualifiedName table = {NULL, g_intern_string(parts[0])};
        QualifiedName qualified = {table.name, g_intern_string(parts[1])};
        const Object *first = model_find(r, from->schema, table, model_is_table);
        if (!first && model_find(r, from->schema, qualified, model_is_table))
            return find_reference(r, from, parts, 2, node, ret);
    }
    if (count > 1)
        ret->columns = model_one_name(r, parts[count - 1]);
    return find_reference(r, from, parts, count == 1 ? 1 : count - 1, node, ret);
}

static bool read_target_mapping(ModelReader *r, const Object *from, const YamlNode *node,
                                Reference *ret)
{
    static const char *const known[] = {"table", "field", "fields", NULL};
    const YamlNode *table = yaml_get(node, "table");
    const YamlNode *fields = yaml_get(node, "fields");
    QualifiedName name = {NULL, NULL};
    if (!fields)
        fields = yaml_get(node, "field");
    if (!yaml_check_keys(node, known, r->diagnostics))
        return false;
    if (!table) {
        yaml_error(node, r->diagnostics, DIAG_MODEL_EMPTY, "references names no table");
        return false;
    }
    if (!model_qualified(r, "table", table, &name))
        return false;
    ret->table = model_find_table(r, from->schema, name, table);
    return ret->table && (!fields || model_names(r, "fields", fields, &ret->columns));
}

bool model_read_references(ModelReader *r, ForeignKey *key, const YamlNode *node)
{
    const Object *from = key->object.parent;
    const char *text = yaml_text(node);
    Reference reference = {NULL, {0, NULL}};
    bool good = false;
    if (yaml_kind(node) == YAML_MAPPING)
        good = read_target_mapping(r, from, node, &reference);
    else if (!text || !*text)
        yaml_error(node, r->diagnostics, DIAG_MODEL_TYPE,
                   "references must be table.field or table(field, …)");
    else if (strchr(text, '('))
        good = read_parenthesis(r, from, text, node, &reference);
    else
        good = read_points(r, from, text, node, &reference);
    if (!good)
        return false;
    key->references = (QualifiedName){reference.table->schema, reference.table->name};
    if (reference.columns.count)
        key->referenced_columns = reference.columns;
    return true;
}

/* Columns not given are the primary key's of the referenced table. */
static void complete_foreign_key(ModelReader *r, ForeignKey *key, const YamlNode *node)
{
    Object *table = state_find(r->state, KIND_TABLE, key->references.schema, key->references.name);
    const TableModel *target = table ? model_of(r, table) : NULL;
    if (!target)
        return;
    if (key->referenced_columns.count == 0) {
        key->referenced_columns = state_names(r->state, target->primary, true);
        if (target->primary->len == 0) {
            Diagnostic *d = yaml_error(node, r->diagnostics, DIAG_MODEL_REFERENCE,
                                       "table %s has no primary key to refer to", table->name);
            diag_set_hint(d, "name the field: %s.field", table->name);
            return;
        }
    } else if (!model_check_columns(r, table, key->referenced_columns, node)) {
        return;
    }
    if (key->columns.count != key->referenced_columns.count)
        yaml_error(node, r->diagnostics, DIAG_MODEL_REFERENCE,
                   "%u fields cannot refer to %u fields of %s", key->columns.count,
                   key->referenced_columns.count, table->name);
}

void model_read_foreign_key(ModelReader *r, Object *parent, const char *name, const YamlNode *node)
{
    static const char *const known[] = {"references", NULL};
    const YamlNode *references = yaml_get(node, "references");
    if (!model_expect_mapping(r, "a foreign key", node))
        return;
    name = model_child_name(r, name, node);
    ForeignKey *key = (ForeignKey *)model_add_child(r, KIND_FOREIGN_KEY, parent, name, node);
    if (!key || !model_read_object(r, &key->object, node, known))
        return;
    model_note_attached(r, &key->object, node);
    if (key->attached_to && !references)
        return; /* it is as the one above */
    if (!references || key->columns.count == 0) {
        yaml_error(node, r->diagnostics, DIAG_MODEL_EMPTY, "this foreign key has no %s",
                   references ? "fields" : "references");
        return;
    }
    if (!model_check_columns(r, parent, key->columns, list_node(node, "fields")) ||
        !model_check_columns(r, parent, key->on_delete_columns,
                             list_node(node, "on_delete_fields")))
        return;
    if (model_read_references(r, key, references))
        complete_foreign_key(r, key, references);
}

/* ---- what a field asks for ---- */

static bool wants(ModelReader *r, const char *key, const YamlNode *node)
{
    bool wanted = false;
    if (!node || yaml_is_null(node))
        return false;
    if (yaml_kind(node) == YAML_MAPPING)
        return true;
    return model_bool(r, key, node, &wanted) && wanted;
}

static void read_field_unique(ModelReader *r, TableModel *model, const char *column,
                              const YamlNode *node)
{
    if (!wants(r, "unique", node))
        return;
    if (model->primary->len == 1 && g_ptr_array_index(model->primary, 0) == column)
        return; /* the primary key is unique */
    Object *table = &model->table->object;
    const char *name = model_child_name(r, NULL, node);
    KeyConstraint *key = (KeyConstraint *)model_add_child(r, KIND_UNIQUE, table, name, node);
    if (!key)
        return;
    if (yaml_kind(node) == YAML_MAPPING)
        model_read_object(r, &key->object, node, NULL);
    if (key->columns.count == 0)
        key->columns = model_one_name(r, column);
}

static void read_field_index(ModelReader *r, TableModel *model, const char *column,
                             const YamlNode *node)
{
    if (!wants(r, "index", node))
        return;
    const char *name = model_child_name(r, NULL, node);
    Index *index = (Index *)model_add_child(r, KIND_INDEX, &model->table->object, name, node);
    if (!index)
        return;
    if (yaml_kind(node) == YAML_MAPPING)
        model_read_object(r, &index->object, node, NULL);
    if (index->elements.count)
        return;
    index->elements = state_items(r->state, &index_element_info, 1);
    ((IndexElement *)index->elements.items)->field = column;
}

/* Keys of a field that belong to its foreign key. */
static const char *const reference_keys[] = {"on_delete", "on_update", "match", "deferrable"};

static void read_field_references(ModelReader *r, TableModel *model, const char *column,
                                  const YamlNode *field)
{
    const YamlNode *node = yaml_get(field, "references");
    ForeignKey *key = NULL;
    if (node && !yaml_is_null(node))
        key = (ForeignKey *)model_add_child(r, KIND_FOREIGN_KEY, &model->table->object, NULL, node);
    for (size_t i = 0; i < G_N_ELEMENTS(reference_keys); i++) {
        const YamlNode *value = yaml_get(field, reference_keys[i]);
        if (!value || yaml_is_null(value))
            continue;
        if (!key)
            yaml_error(value, r->diagnostics, DIAG_MODEL_CONTRADICTION,
                       "%s stands in a field without references", reference_keys[i]);
        else
            model_read_field(r, &key->object, key, kind_field(key->object.info, reference_keys[i]),
                             value);
    }
    if (!key)
        return;
    key->columns = model_one_name(r, column);
    if (model_read_references(r, key, node))
        complete_foreign_key(r, key, node);
}

void model_read_column_constraints(ModelReader *r, TableModel *model, const YamlNode *key,
                                   const YamlNode *node)
{
    const char *column = g_intern_string(yaml_text(key));
    const YamlNode *check = yaml_get(node, "check");
    const GPtrArray *children = model->table->object.children;
    if (yaml_kind(node) != YAML_MAPPING)
        return;
    guint before = children ? children->len : 0;
    read_field_unique(r, model, column, yaml_get(node, "unique"));
    if (check && !yaml_is_null(check))
        model_read_check(r, &model->table->object, NULL, check);
    read_field_references(r, model, column, node);
    read_field_index(r, model, column, yaml_get(node, "index"));
    children = model->table->object.children;
    for (guint i = before; children && i < children->len; i++)
        ((Object *)g_ptr_array_index(children, i))->in_field = true;
}
