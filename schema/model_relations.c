/* Relations between models: the columns, keys and tables they add. */
#include "schema/model_relations.h"
#include "schema/identifier.h"

#include <string.h>

const char *const relation_types[] = {"many_to_one", "one_to_many", "many_to_many", NULL};

static const char *const relation_keys[] = {
    "type",     "target",    "name",      "foreign_key", "back_populates", "required",
    "nullable", "on_delete", "on_update", "match",       "deferrable",     "index",
    "unique",   "through",   "comment",   NULL};

/* ---- reading a relation ---- */

const YamlNode *relations_of(const TableModel *model)
{
    const YamlNode *list = model->node ? yaml_get(model->node, "relations") : NULL;
    return list && yaml_kind(list) != YAML_SCALAR ? list : NULL;
}

/* A relation of a list, or of a mapping of names. */
const YamlNode *relation_at(const YamlNode *list, guint i)
{
    return yaml_kind(list) == YAML_SEQUENCE ? yaml_item(list, i) : yaml_value(list, i);
}

const char *relation_name(const YamlNode *list, guint i)
{
    const YamlNode *node = relation_at(list, i);
    const YamlNode *name = yaml_get(node, "name");
    if (yaml_kind(list) == YAML_MAPPING)
        return yaml_text(yaml_key(list, i));
    return name ? yaml_text(name) : NULL;
}

/* The type without a message; for looking at the other side. */
RelationType relation_type(const YamlNode *node)
{
    const YamlNode *type = yaml_get(node, "type");
    const char *text = type ? yaml_text(type) : NULL;
    g_autofree char *word = g_strdelimit(g_ascii_strdown(text ? text : "", -1), "- ", '_');
    for (int i = 0; relation_types[i]; i++)
        if (strcmp(relation_types[i], word) == 0)
            return (RelationType)i;
    return NO_RELATION;
}

static bool flag_of(ModelReader *r, const YamlNode *node, const char *key, bool otherwise)
{
    const YamlNode *value = yaml_get(node, key);
    bool flag = otherwise;
    if (value && !yaml_is_null(value))
        model_bool(r, key, value, &flag);
    return flag;
}

/* "BlogPost" → "blog_post", "HTTPServer" → "http_server". */
char *relation_snake_case(const char *name)
{
    GString *out = g_string_new(NULL);
    for (const char *at = name; *at; at++) {
        bool boundary = at > name && g_ascii_isupper(*at) &&
                        (g_ascii_islower(at[-1]) || g_ascii_isdigit(at[-1]) ||
                         (g_ascii_isupper(at[-1]) && g_ascii_islower(at[1])));
        if (boundary)
            g_string_append_c(out, '_');
        g_string_append_c(out, g_ascii_tolower(*at));
    }
    return g_string_free(out, FALSE);
}

/* "team" and "id": team_id. */
const char *relation_key_column(const char *stem, const char *column)
{
    g_autofree char *name = g_strdup_printf("%s_%s", stem, column);
    name[identifier_clip(name, IDENTIFIER_LIMIT)] = '\0';
    return g_intern_string(name);
}

/* The columns of a many-to-one relation: `foreign_key`, or one for each of the target's key. */
static GPtrArray *relation_columns(ModelReader *r, const YamlNode *node, const char *name,
                                   const TableModel *target)
{
    const YamlNode *given = yaml_get(node, "foreign_key");
    GPtrArray *columns = g_ptr_array_new();
    if (given && !yaml_is_null(given)) {
        NameList names = {0, NULL};
        model_names(r, "foreign_key", given, &names);
        for (guint i = 0; i < names.count; i++)
            g_ptr_array_add(columns, (gpointer)names.names[i]);
        return columns;
    }
    g_autofree char *stem = relation_snake_case(name ? name : target->name);
    for (guint i = 0; i < target->primary->len; i++)
        g_ptr_array_add(columns,
                        (gpointer)relation_key_column(stem, g_ptr_array_index(target->primary, i)));
    return columns;
}

bool relation_check_key(ModelReader *r, const TableModel *target, const YamlNode *node)
{
    if (target->primary->len)
        return true;
    yaml_error(node, r->diagnostics, DIAG_MODEL_REFERENCE,
               "model %s has no primary key to refer to", target->name);
    return false;
}

/* ---- columns ---- */

static bool is_required(ModelReader *r, const YamlNode *node)
{
    bool required = flag_of(r, node, "required", false);
    const YamlNode *nullable = yaml_get(node, "nullable");
    bool allows_null = flag_of(r, node, "nullable", !required);
    if (nullable && yaml_get(node, "required") && required == allows_null)
        yaml_error(nullable, r->diagnostics, DIAG_MODEL_CONTRADICTION,
                   "nullable contradicts required");
    return required || !allows_null;
}

static void add_column(ModelReader *r, TableModel *model, const TableModel *target, guint i,
                       const char *name, const YamlNode *node)
{
    Object *table = &model->table->object;
    const char *key = g_ptr_array_index(target->primary, i);
    const Object *referenced = state_find_child(r->state, KIND_COLUMN, &target->table->object, key);
    Object *existing = state_find_child(r->state, KIND_COLUMN, table, name);
    bool required = is_required(r, node);
    if (existing) { /* a field of the model; the relation can make it NOT NULL */
        ((Column *)existing)->not_null |= required;
        return;
    }
    if (!referenced)
        return; /* told where the primary key is read */
    Column *column = (Column *)model_add_child(r, KIND_COLUMN, table, name, node);
    column->type = ((const Column *)referenced)->type;
    column->collation = ((const Column *)referenced)->collation;
    column->not_null = required;
}

static void add_columns(ModelReader *r, TableModel *model, const YamlNode *list, guint i)
{
    const YamlNode *node = relation_at(list, i);
    const YamlNode *target_node = yaml_get(node, "target");
    TableModel *target = target_node ? model_find_target(r, model, target_node) : NULL;
    if (!target)
        return;
    model_read_relation_columns(r, target); /* its key may be made of relations */
    if (!relation_check_key(r, target, target_node))
        return;
    g_autoptr(GPtrArray) columns = relation_columns(r, node, relation_name(list, i), target);
    if (columns->len != target->primary->len) {
        yaml_error(node, r->diagnostics, DIAG_MODEL_REFERENCE,
                   "foreign_key must name %u fields, as many as the key of %s has",
                   target->primary->len, target->name);
        return;
    }
    for (guint j = 0; j < columns->len; j++)
        add_column(r, model, target, j, g_ptr_array_index(columns, j), node);
}

static bool check_relation(ModelReader *r, const TableModel *model, const YamlNode *node)
{
    const char *word = NULL;
    const YamlNode *type = yaml_get(node, "type");
    if (!model_expect_mapping(r, "a relation", node) ||
        !yaml_check_keys(node, relation_keys, r->diagnostics))
        return false;
    if (!type || !yaml_get(node, "target")) {
        yaml_error(node, r->diagnostics, DIAG_MODEL_EMPTY, "this relation has no %s",
                   type ? "target" : "type");
        return false;
    }
    if (!model_find_target(r, model, yaml_get(node, "target")))
        model_error_target(r, yaml_get(node, "target"));
    return model_word(r, "type", type, relation_types, &word);
}

void model_read_relation_columns(ModelReader *r, TableModel *model)
{
    const YamlNode *list = relations_of(model);
    if (model->relations != RELATIONS_WAITING || !list) {
        model->relations = RELATIONS_DONE;
        return;
    }
    model->relations = RELATIONS_ENTERED;
    for (guint i = 0; i < yaml_count(list); i++)
        if (check_relation(r, model, relation_at(list, i)) &&
            relation_type(relation_at(list, i)) == MANY_TO_ONE)
            add_columns(r, model, list, i);
    model->relations = RELATIONS_DONE;
}

/* ---- keys and indexes ---- */

static bool begins_with(NameList list, NameList columns)
{
    for (guint i = 0; i < columns.count; i++)
        if (i >= list.count || list.names[i] != columns.names[i])
            return false;
    return true;
}

static bool index_begins_with(const Index *index, NameList columns)
{
    const IndexElement *elements = index->elements.items;
    if (index->where || index->method)
        return false;
    for (guint i = 0; i < columns.count; i++)
        if (i >= index->elements.count || elements[i].field != columns.names[i])
            return false;
    return true;
}

/* Whether a key or an index that is there already finds rows by these columns. */
static bool is_indexed(const Object *table, NameList columns)
{
    for (guint i = 0; table->children && i < table->children->len; i++) {
        const Object *child = g_ptr_array_index(table->children, i);
        if ((object_kind(child) == KIND_PRIMARY_KEY || object_kind(child) == KIND_UNIQUE) &&
            begins_with(((const KeyConstraint *)child)->columns, columns))
            return true;
        if (object_kind(child) == KIND_INDEX && index_begins_with((const Index *)child, columns))
            return true;
    }
    return false;
}

static bool has_foreign_key(const Object *table, NameList columns, const Object *target)
{
    guint position = 0;
    for (Object *c; (c = object_child(table, KIND_FOREIGN_KEY, &position));) {
        const ForeignKey *key = (const ForeignKey *)c;
        if (name_list_equal(key->columns, columns) && key->references.name == target->name &&
            key->references.schema == target->schema)
            return true;
    }
    return false;
}

void relation_add_index(ModelReader *r, Object *table, NameList columns, const YamlNode *node)
{
    Index *index = (Index *)model_add_child(r, KIND_INDEX, table, NULL, node);
    index->elements = state_items(r->state, &index_element_info, columns.count);
    for (guint i = 0; i < columns.count; i++)
        ((IndexElement *)index->elements.items)[i].field = columns.names[i];
}

ForeignKey *relation_add_key(ModelReader *r, Object *table, NameList columns,
                             const TableModel *target, const YamlNode *node)
{
    ForeignKey *key = (ForeignKey *)model_add_child(r, KIND_FOREIGN_KEY, table, NULL, node);
    key->columns = columns;
    key->references = (QualifiedName){target->table->object.schema, target->table->object.name};
    key->referenced_columns = state_names(r->state, target->primary, true);
    return key;
}

void relation_read_actions(ModelReader *r, ForeignKey *key, const YamlNode *node)
{
    static const char *const keys[] = {"on_delete", "on_update", "match", "deferrable", "comment"};
    for (size_t i = 0; i < G_N_ELEMENTS(keys); i++) {
        const YamlNode *value = yaml_get(node, keys[i]);
        const Field *field = kind_field(key->object.info, keys[i]);
        if (!value || yaml_is_null(value))
            continue;
        if (field)
            model_read_field(r, &key->object, key, field, value);
        else
            key->object.comment = model_text(r, keys[i], value);
    }
}

static void constrain_many_to_one(ModelReader *r, TableModel *model, const YamlNode *list, guint i)
{
    const YamlNode *node = relation_at(list, i);
    Object *table = &model->table->object;
    const TableModel *target = model_find_target(r, model, yaml_get(node, "target"));
    if (!target || target->primary->len == 0)
        return;
    g_autoptr(GPtrArray) names = relation_columns(r, node, relation_name(list, i), target);
    NameList columns = state_names(r->state, names, true);
    if (columns.count != target->primary->len)
        return; /* told already */
    if (!has_foreign_key(table, columns, &target->table->object))
        relation_read_actions(r, relation_add_key(r, table, columns, target, node), node);
    if (is_indexed(table, columns))
        return;
    if (flag_of(r, node, "unique", false)) {
        KeyConstraint *unique = (KeyConstraint *)model_add_child(r, KIND_UNIQUE, table, NULL, node);
        unique->columns = columns;
    } else if (flag_of(r, node, "index", true)) {
        relation_add_index(r, table, columns, node);
    }
}

bool relation_is_to(ModelReader *r, const TableModel *from, const YamlNode *node,
                    const TableModel *target)
{
    const YamlNode *name = yaml_get(node, "target");
    return name && yaml_text(name) && model_find_target(r, from, name) == target;
}

static void check_field_of_many(ModelReader *r, const TableModel *model, const YamlNode *node)
{
    const YamlNode *key = yaml_get(node, "foreign_key");
    const TableModel *target = model_find_target(r, model, yaml_get(node, "target"));
    NameList names = {0, NULL};
    if (target && key && !yaml_is_null(key) && model_names(r, "foreign_key", key, &names))
        model_check_columns(r, &target->table->object, names, key);
}

void model_read_relation_constraints(ModelReader *r, TableModel *model)
{
    const YamlNode *list = relations_of(model);
    for (guint i = 0; list && i < yaml_count(list); i++) {
        const YamlNode *node = relation_at(list, i);
        RelationType type = relation_type(node);
        if (type == NO_RELATION || !yaml_get(node, "target"))
            continue; /* told when its columns were read */
        if (type == MANY_TO_ONE)
            constrain_many_to_one(r, model, list, i);
        else if (type == ONE_TO_MANY)
            check_field_of_many(r, model, node);
        relation_check_other_side(r, model, node);
    }
}
