/* Many-to-many relations: the table in between; and the other side of relations. */
#include "schema/model_relations.h"

#include <string.h>

/* ---- many to many ---- */

/* The relation on the other side that says the same, or NULL. */
static const YamlNode *opposite_many(ModelReader *r, const TableModel *model,
                                     const TableModel *target)
{
    const YamlNode *list = target == model ? NULL : relations_of(target);
    for (guint i = 0; list && i < yaml_count(list); i++) {
        const YamlNode *node = relation_at(list, i);
        if (relation_type(node) == MANY_TO_MANY && relation_is_to(r, target, node, model))
            return node;
    }
    return NULL;
}

/* `through` of either side; else users_tags, in alphabetical order when both sides have the
 * relation, so that it does not matter which is read first. */
static const char *through_name(ModelReader *r, const TableModel *model, const TableModel *target,
                                const YamlNode *node)
{
    const YamlNode *other = opposite_many(r, model, target);
    const YamlNode *through = yaml_get(node, "through");
    const YamlNode *other_through = other ? yaml_get(other, "through") : NULL;
    const char *left = model->table->object.name;
    const char *right = target->table->object.name;
    if (through && other_through && g_strcmp0(yaml_text(through), yaml_text(other_through)) != 0) {
        Diagnostic *d = yaml_error(through, r->diagnostics, DIAG_MODEL_CONTRADICTION,
                                   "the two sides name different tables");
        diag_set_detail(d, "model %s says %s", target->name, yaml_text(other_through));
        return NULL;
    }
    if (through || other_through)
        return model_name(r, "through", through ? through : other_through);
    if (other && strcmp(left, right) > 0) {
        left = target->table->object.name;
        right = model->table->object.name;
    }
    return relation_key_column(left, right);
}

static NameList add_side(ModelReader *r, TableModel *through, const TableModel *side,
                         const char *stem, const YamlNode *node)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    for (guint i = 0; i < side->primary->len; i++) {
        const char *key = g_ptr_array_index(side->primary, i);
        const Object *referenced =
            state_find_child(r->state, KIND_COLUMN, &side->table->object, key);
        const char *name = relation_key_column(stem, key);
        Column *column =
            (Column *)model_add_child(r, KIND_COLUMN, &through->table->object, name, node);
        if (!column)
            continue;
        column->type = referenced ? ((const Column *)referenced)->type : "text";
        column->not_null = true;
        g_ptr_array_add(names, (gpointer)name);
        g_ptr_array_add(through->primary, (gpointer)name);
    }
    return state_names(r->state, names, true);
}

static void add_through_keys(ModelReader *r, TableModel *through, NameList columns,
                             const TableModel *side, const YamlNode *node)
{
    ForeignKey *key = relation_add_key(r, &through->table->object, columns, side, node);
    key->on_delete = "cascade";
    relation_read_actions(r, key, node);
}

static void add_through(ModelReader *r, TableModel *model, TableModel *target, const char *name,
                        const YamlNode *node)
{
    const char *schema = model->table->object.schema;
    Table *table = (Table *)state_add(r->state, KIND_TABLE, NULL, schema, name, NULL);
    table->object.place = yaml_place(node);
    TableModel *through = model_table_new(r, table, NULL, name);
    model_remember(r->by_name, table->object.name, table);
    bool self = model == target;
    g_autofree char *left = relation_snake_case(model->name);
    g_autofree char *stem = relation_snake_case(target->name);
    g_autofree char *right = self ? g_strconcat("related_", stem, NULL) : g_strdup(stem);
    NameList from = add_side(r, through, model, left, node);
    NameList to = add_side(r, through, target, right, node);
    KeyConstraint *key =
        (KeyConstraint *)model_add_child(r, KIND_PRIMARY_KEY, &table->object, NULL, node);
    key->columns = state_names(r->state, through->primary, true);
    add_through_keys(r, through, from, model, node);
    add_through_keys(r, through, to, target, node);
    relation_add_index(r, &table->object, to, node);
    through->relations = RELATIONS_DONE;
}

static void read_many_to_many(ModelReader *r, TableModel *model, const YamlNode *node)
{
    const YamlNode *target_node = yaml_get(node, "target");
    TableModel *target = model_find_target(r, model, target_node);
    if (!target || !relation_check_key(r, target, target_node) ||
        !relation_check_key(r, model, node))
        return;
    const char *name = through_name(r, model, target, node);
    QualifiedName through = {NULL, name};
    if (!name || model_find(r, model->table->object.schema, through, model_is_table))
        return; /* a model of its own, or added by the other side */
    const YamlNode *other = opposite_many(r, model, target);
    bool swapped = other && !yaml_get(node, "through") && !yaml_get(other, "through") &&
                   strcmp(model->table->object.name, target->table->object.name) > 0;
    if (other && yaml_get(other, "through") && !yaml_get(node, "through"))
        swapped = true;
    if (swapped)
        add_through(r, target, model, name, other);
    else
        add_through(r, model, target, name, node);
}

void model_read_through_tables(ModelReader *r, TableModel *model)
{
    const YamlNode *list = relations_of(model);
    for (guint i = 0; list && i < yaml_count(list); i++) {
        const YamlNode *node = relation_at(list, i);
        if (relation_type(node) == MANY_TO_MANY && yaml_get(node, "target"))
            read_many_to_many(r, model, node);
    }
}

/* ---- the other side ---- */

/* Whether relation `i` of a list goes by this name: its own, that of its key without _id, or the
 * target's. */
static bool goes_by(const YamlNode *list, guint i, const TableModel *target, const char *name)
{
    const YamlNode *node = relation_at(list, i);
    const char *own = relation_name(list, i);
    const YamlNode *key = yaml_get(node, "foreign_key");
    if (own)
        return strcmp(own, name) == 0;
    if (key && yaml_text(key) && g_str_has_prefix(yaml_text(key), name) &&
        strcmp(yaml_text(key) + strlen(name), "_id") == 0)
        return true;
    g_autofree char *snake = relation_snake_case(target->name);
    return strcmp(snake, name) == 0 || strcmp(target->table->object.name, name) == 0 ||
           strcmp(target->name, name) == 0;
}

/* A relation without a name is taken for the one that is meant when it is the only one. */
static bool has_opposite(ModelReader *r, const TableModel *model, const TableModel *target,
                         RelationType wanted, const char *name)
{
    const YamlNode *list = relations_of(target);
    guint unnamed = 0;
    for (guint i = 0; list && i < yaml_count(list); i++) {
        const YamlNode *node = relation_at(list, i);
        if (relation_type(node) != wanted || !relation_is_to(r, target, node, model))
            continue;
        if (goes_by(list, i, model, name))
            return true;
        unnamed += relation_name(list, i) == NULL;
    }
    return unnamed == 1;
}

void relation_check_other_side(ModelReader *r, const TableModel *model, const YamlNode *node)
{
    static const RelationType opposites[] = {
        [MANY_TO_ONE] = ONE_TO_MANY, [ONE_TO_MANY] = MANY_TO_ONE, [MANY_TO_MANY] = MANY_TO_MANY};
    const YamlNode *back = yaml_get(node, "back_populates");
    const TableModel *target = model_find_target(r, model, yaml_get(node, "target"));
    RelationType wanted = opposites[relation_type(node)];
    if (!back || yaml_is_null(back) || !target || r->incomplete)
        return;
    const char *name = model_text(r, "back_populates", back);
    if (!name || has_opposite(r, model, target, wanted, name))
        return;
    Diagnostic *d =
        yaml_error(back, r->diagnostics, DIAG_MODEL_CONTRADICTION,
                   "model %s has no relation \"%s\" to %s", target->name, name, model->name);
    diag_set_hint(d, "give it { type: %s, target: %s, name: %s }", relation_types[wanted],
                  model->name, name);
}
