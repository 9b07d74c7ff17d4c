/* Indexes of tables. */
#include "schema/model_reader.h"
#include "schema/sqltext.h"

#include <string.h>

static const YamlNode *element_node(const YamlNode *node, guint i)
{
    const YamlNode *list = yaml_kind(node) == YAML_MAPPING ? yaml_get(node, "fields") : node;
    return list && yaml_kind(list) == YAML_SEQUENCE ? yaml_item(list, i) : list;
}

/* NULLs sort last when ascending and first when descending: then nothing is said. */
static void normalize_nulls(IndexElement *element)
{
    if (g_strcmp0(element->nulls, element->descending ? "first" : "last") == 0)
        element->nulls = NULL;
}

static const SqlToken *name_token(const GArray *tokens, guint i)
{
    const SqlToken *token = i < tokens->len ? &g_array_index(tokens, SqlToken, i) : NULL;
    return token && token->kind == SQL_IDENTIFIER ? token : NULL;
}

/* "email" and "email COLLATE "C"" are the column, with that collation, to PostgreSQL too. */
static void normalize_expression(ModelReader *r, const Object *table, IndexElement *element)
{
    g_autoptr(GArray) tokens = sql_tokens(element->expression);
    const SqlToken *column = tokens ? name_token(tokens, 0) : NULL;
    const SqlToken *collation = tokens ? name_token(tokens, 2) : NULL;
    bool plain = column && tokens->len == 1;
    bool collated = column && collation && tokens->len == 3 &&
                    g_strcmp0(g_array_index(tokens, SqlToken, 1).name, "collate") == 0;
    if ((!plain && !collated) || !state_find_child(r->state, KIND_COLUMN, table, column->name))
        return;
    element->field = g_intern_string(column->name);
    element->expression = NULL;
    if (collated)
        element->collation = (QualifiedName){NULL, g_intern_string(collation->name)};
}

static void check_element(ModelReader *r, const Object *table, IndexElement *element,
                          const YamlNode *node)
{
    normalize_nulls(element);
    if (element->expression && !element->field)
        normalize_expression(r, table, element);
    if (element->expression && element->field)
        yaml_error(node, r->diagnostics, DIAG_MODEL_CONTRADICTION,
                   "an element of an index is a field or an expression, not both");
    else if (!element->expression && !element->field)
        yaml_error(node, r->diagnostics, DIAG_MODEL_EMPTY,
                   "this element has neither field nor expression");
    else if (object_kind(table) != KIND_TABLE)
        return; /* what columns a view has is not known */
    else if (element->field && strchr(element->field, '(') &&
             !state_find_child(r->state, KIND_COLUMN, table, element->field))
        diag_set_hint(yaml_error(node, r->diagnostics, DIAG_MODEL_REFERENCE,
                                 "table %s has no field \"%s\"", table->name, element->field),
                      "write { expression: \"%s\" }", element->field);
    else if (element->field)
        model_find_column(r, table, element->field, node);
}

void model_read_index(ModelReader *r, Object *parent, const char *name, const YamlNode *node)
{
    bool mapping = yaml_kind(node) == YAML_MAPPING;
    if (mapping)
        name = model_child_name(r, name, node);
    Index *index = (Index *)model_add_child(r, KIND_INDEX, parent, name, node);
    if (!index)
        return;
    bool good = mapping ? model_read_object(r, &index->object, node, NULL)
                        : model_read_field(r, &index->object, index,
                                           kind_field(index->object.info, "fields"), node);
    if (!good)
        return;
    model_note_attached(r, &index->object, node);
    if (index->elements.count == 0 && !index->attached_to)
        yaml_error(node, r->diagnostics, DIAG_MODEL_EMPTY, "this index has no fields");
    IndexElement *elements = index->elements.items;
    for (guint i = 0; i < index->elements.count; i++)
        check_element(r, parent, &elements[i], element_node(node, i));
    const YamlNode *include = yaml_get(node, "include");
    if (object_kind(parent) == KIND_TABLE)
        model_check_columns(r, parent, index->include, include ? include : node);
}
