/* Objects read by their kind's field table. */
#include "schema/access.h"
#include "schema/model_reader.h"
#include "schema/suggest.h"

#include <string.h>

/* Rows that no model may fill, and rows that another key fills. */
static const struct {
    Kind kind;
    const char *key;
} hidden_fields[] = {
    {KIND_TABLE, "replica_identity_index"}, /* replica_identity: { index: name } */
    {KIND_TABLE, "partitions_open"},
    {KIND_COLUMN, "inherited"},
    {KIND_CHECK, "inherited"},
    {KIND_TRIGGER, "inherited"},
    {KIND_COLUMN, "not_null"},      /* required, nullable */
    {KIND_COLUMN, "not_null_name"}, /* required: { … } */
    {KIND_COLUMN, "not_null_no_inherit"},
    {KIND_COLUMN, "not_null_not_valid"},
    {KIND_COLUMN, "not_null_comment"},
    {KIND_COLUMN, "using_back"}, /* using: { downgrade: } */
    {KIND_COLUMN, "start"},      /* identity: { … } */
    {KIND_COLUMN, "increment"},
    {KIND_COLUMN, "minvalue"},
    {KIND_COLUMN, "maxvalue"},
    {KIND_COLUMN, "cache"},
    {KIND_COLUMN, "cycle"},
    {KIND_COLUMN, "identity_sequence"},
    {KIND_COLUMN, "identity_comment"},
    {KIND_SEQUENCE, "owned_by_table"}, /* owned_by: table.column */
    {KIND_SEQUENCE, "owned_by_column"},
    {KIND_INDEX, "invalid"},
    {KIND_VIEW, "row_type"},
};

bool model_field_is_hidden(const KindInfo *info, const Field *field)
{
    for (size_t i = 0; i < G_N_ELEMENTS(hidden_fields); i++)
        if (hidden_fields[i].kind == info->kind && strcmp(hidden_fields[i].key, field->key) == 0)
            return true;
    return false;
}

/* ---- items ---- */

static bool read_order(ModelReader *r, IndexElement *element, const YamlNode *node)
{
    static const char *const words[] = {"asc", "desc", NULL};
    const char *word = NULL;
    if (!model_word(r, "order", node, words, &word))
        return false;
    element->descending = word != NULL;
    return true;
}

static void error_item_key(ModelReader *r, const ItemInfo *item, const YamlNode *key)
{
    Suggestion suggestion = SUGGESTION_FOR(yaml_text(key));
    for (const Field *f = item->fields; f->key; f++)
        if (field_is_in_models(f))
            suggestion_try(&suggestion, f->key);
    Diagnostic *d = yaml_error(key, r->diagnostics, DIAG_MODEL_UNKNOWN_KEY, "unknown key \"%s\"",
                               yaml_text(key));
    if (suggestion.best)
        diag_set_hint(d, "did you mean \"%s\"?", suggestion.best);
}

static bool read_item_key(ModelReader *r, Object *object, void *base, const ItemInfo *item,
                          const YamlNode *key, const YamlNode *value)
{
    if (item == &index_element_info && strcmp(yaml_text(key), "order") == 0)
        return read_order(r, base, value);
    for (const Field *f = item->fields; f->key; f++)
        if (strcmp(f->key, yaml_text(key)) == 0 && field_is_in_models(f))
            return yaml_is_null(value) || model_read_field(r, object, base, f, value);
    error_item_key(r, item, key);
    return false;
}

/* A mapping, or the value of the first field. */
static bool read_item(ModelReader *r, Object *object, void *base, const ItemInfo *item,
                      const YamlNode *node)
{
    if (yaml_kind(node) != YAML_MAPPING)
        return model_read_field(r, object, base, item->fields, node);
    bool good = true;
    for (guint i = 0; i < yaml_count(node); i++)
        good &= read_item_key(r, object, base, item, yaml_key(node, i), yaml_value(node, i));
    return good;
}

static bool read_items(ModelReader *r, Object *object, const Field *field, const YamlNode *node,
                       ItemList *ret)
{
    bool list = yaml_kind(node) == YAML_SEQUENCE;
    guint count = list ? yaml_count(node) : 1;
    ItemList items = state_items(r->state, field->item, count);
    bool good = true;
    for (guint i = 0; i < count; i++)
        good &= read_item(r, object, (char *)items.items + i * field->item->size, field->item,
                          list ? yaml_item(node, i) : node);
    if (good)
        *ret = items;
    return good;
}

/* ---- fields ---- */

/* References to what only models can have declared, and names that are found nowhere. */
static const char *const required_references[] = {"table", "partition_of", "relation", "from",
                                                  NULL};
static const char new_name[] = "identity_sequence"; /* it is created with the table */

/* A reference means the declared object; where there is none, what the server finds. */
static bool read_reference(ModelReader *r, const Object *object, const Field *field,
                           const YamlNode *node, QualifiedName *ret)
{
    QualifiedName name = {NULL, NULL};
    bool required = g_strv_contains(required_references, field->key);
    ObjectFilter *filter = strcmp(field->key, new_name) == 0 ? NULL : reference_filter(field);
    if (!model_qualified(r, field->key, node, &name))
        return false;
    Object *found = filter ? model_find(r, object->schema, name, filter) : NULL;
    if (!found && required) {
        model_find_table(r, object->schema, name, node); /* for its message */
        return false;
    }
    if (!filter && !name.schema)
        name.schema = object->schema;
    *ret = found ? (QualifiedName){found->schema, found->name} : name;
    if (g_strcmp0(ret->schema, "pg_catalog") == 0)
        ret->schema = NULL; /* what is PostgreSQL's own needs no schema */
    return true;
}

/* "deferrable: true" and the like: true is the first word that is not the default. */
static bool read_word(ModelReader *r, const Field *field, const YamlNode *node, const char **ret)
{
    static const char *const switches[] = {"deferrable", "row_security", "identity", NULL};
    bool on = false;
    if (g_strv_contains(switches, field->key) && yaml_get_bool(node, &on)) {
        *ret = on ? field->words[1] : NULL;
        return true;
    }
    return model_word(r, field->key, node, field->words, ret);
}

static bool read_type(ModelReader *r, const Object *object, const YamlNode *node, const char **ret)
{
    if (!(object->info->flags & KIND_TYPE)) { /* what no value is stored in */
        const char *text = model_text(r, "type", node);
        *ret = text ? model_bare_type(r, object, text, node) : NULL;
        return *ret != NULL;
    }
    const ResolvedType *type = model_type(r, object->schema, node, NULL);
    if (!type)
        return false;
    *ret = type->text;
    return true;
}

static const char *read_number(ModelReader *r, const Field *field, const YamlNode *node)
{
    const char *text = yaml_text(node);
    char *end = NULL;
    if (text && *text)
        g_ascii_strtod(text, &end);
    if (end && !*end)
        return state_text(r->state, text);
    yaml_error(node, r->diagnostics, DIAG_MODEL_TYPE, "%s must be a number", field->key);
    return NULL;
}

/* A list of texts, or one. */
static bool read_texts(ModelReader *r, const Field *field, const YamlNode *node, NameList *ret)
{
    g_autoptr(GPtrArray) texts = g_ptr_array_new();
    bool list = yaml_kind(node) == YAML_SEQUENCE;
    for (guint i = 0; i < (list ? yaml_count(node) : 1); i++) {
        const char *text = model_text(r, field->key, list ? yaml_item(node, i) : node);
        if (!text)
            return false;
        g_ptr_array_add(texts, (gpointer)text);
    }
    *ret = state_names(r->state, texts, false);
    return true;
}

static const char *read_string(ModelReader *r, const Field *field, const YamlNode *node)
{
    switch (field->type) {
    case FIELD_NAME:
        return model_name(r, field->key, node);
    case FIELD_EXPR:
    case FIELD_QUERY:
    case FIELD_CLAUSE:
        return model_sql(r, field->key, node);
    case FIELD_INT:
        return model_int(r, field->key, node);
    case FIELD_NUMBER:
        return read_number(r, field, node);
    default:
        return model_text(r, field->key, node);
    }
}

/* COMMENT ON … IS '' leaves no comment. */
static bool is_empty_comment(const char *key, const char *text)
{
    return !*text && g_str_has_suffix(key, "comment");
}

bool model_read_field(ModelReader *r, Object *object, void *base, const Field *field,
                      const YamlNode *node)
{
    switch (field->type) {
    case FIELD_BOOL:
        return model_bool(r, field->key, node, &FIELD_FLAG(base, field));
    case FIELD_WORD:
        return read_word(r, field, node, &FIELD_STRING(base, field));
    case FIELD_TYPE:
        return read_type(r, object, node, &FIELD_STRING(base, field));
    case FIELD_OBJECT:
        return read_reference(r, object, field, node, &FIELD_REFERENCE(base, field));
    case FIELD_NAMES:
        return model_names(r, field->key, node, &FIELD_LIST(base, field));
    case FIELD_TEXTS:
    case FIELD_CLAUSES:
        return read_texts(r, field, node, &FIELD_LIST(base, field));
    case FIELD_OPTIONS:
        return model_options(r, field->key, node, &FIELD_LIST(base, field));
    case FIELD_ITEMS:
        return read_items(r, object, field, node, &FIELD_ITEM_LIST(base, field));
    default:
        break;
    }
    const char *text = read_string(r, field, node);
    bool usual = text && ((field->words && strcmp(text, field->words[0]) == 0) ||
                          is_empty_comment(field->key, text));
    FIELD_STRING(base, field) = usual ? NULL : text;
    return text != NULL;
}

/* ---- objects ---- */

static bool read_renamed_from(ModelReader *r, Object *object, const YamlNode *node)
{
    if (!object->parent && object->schema)
        return model_qualified(r, "renamed_from", node, &object->renamed_from);
    object->renamed_from.name = model_name(r, "renamed_from", node);
    return object->renamed_from.name != NULL;
}

/* Whether a key is one that all objects have. */
static bool is_common(const Object *object, const char *key)
{
    static const char *const everywhere[] = {"comment", "renamed_from", "name", NULL};
    static const char *const on_top[] = {"owner", "grants", "withheld", "schema", NULL};
    if (object->info->flags & KIND_OWNED_APART && strcmp(key, "owner") == 0)
        return true;
    if ((object->info->flags & KIND_NO_COMMENT && strcmp(key, "comment") == 0) ||
        (object->info->flags & KIND_NO_OWNER && strcmp(key, "owner") == 0) ||
        (!access_can_grant(object_kind(object)) &&
         (strcmp(key, "grants") == 0 || strcmp(key, "withheld") == 0)) ||
        kind_field(object->info, key))
        return false;
    return g_strv_contains(everywhere, key) ||
           (!object->parent &&
            (g_strv_contains(on_top, key) || model_is_kind_key(object->info, key)));
}

static bool read_comment(ModelReader *r, Object *object, const YamlNode *node)
{
    const char *text = model_text(r, "comment", node);
    bool none = text && is_empty_comment("comment", text) && !object_comes_with_comment(object);
    object->comment = none ? NULL : text;
    return text != NULL;
}

/* Names and schemas were read when the object was added. */
static bool read_common(ModelReader *r, Object *object, const char *key, const YamlNode *node)
{
    if (strcmp(key, "comment") == 0)
        return read_comment(r, object, node);
    if (strcmp(key, "renamed_from") == 0)
        return read_renamed_from(r, object, node);
    if (strcmp(key, "grants") == 0)
        return model_read_grants(r, object, node);
    if (strcmp(key, "withheld") == 0)
        return model_read_withheld(r, object, node);
    if (strcmp(key, "owner") == 0)
        return (object->owner = model_name(r, key, node)) != NULL;
    return true;
}

static void error_key(ModelReader *r, const Object *object, const YamlNode *key,
                      const char *const *also)
{
    static const char *const common[] = {"comment", "renamed_from", "name", NULL};
    const char *text = yaml_text(key);
    Suggestion suggestion = SUGGESTION_FOR(text);
    for (const Field *f = object->info->fields; f->key; f++)
        if (!model_field_is_hidden(object->info, f))
            suggestion_try(&suggestion, f->key);
    for (size_t i = 0; common[i]; i++)
        if (is_common(object, common[i]))
            suggestion_try(&suggestion, common[i]);
    for (size_t i = 0; also && also[i]; i++)
        suggestion_try(&suggestion, also[i]);
    Diagnostic *d =
        yaml_error(key, r->diagnostics, DIAG_MODEL_UNKNOWN_KEY, "unknown key \"%s\" of %s %s", text,
                   kind_article(object->info), object->info->word);
    if (suggestion.best)
        diag_set_hint(d, "did you mean \"%s\"?", suggestion.best);
}

static bool read_key(ModelReader *r, Object *object, const YamlNode *key, const YamlNode *value,
                     const char *const *also)
{
    const char *text = yaml_text(key);
    const Field *field = kind_field(object->info, text);
    Kind child = KIND_COUNT;
    if (also && g_strv_contains(also, text))
        return true;
    if (field && !model_field_is_hidden(object->info, field))
        return yaml_is_null(value) || model_read_field(r, object, object, field, value);
    if (is_common(object, text))
        return yaml_is_null(value) || read_common(r, object, text, value);
    if (model_is_child_section(object->info, text, &child))
        return true;
    error_key(r, object, key, also);
    return false;
}

bool model_read_object(ModelReader *r, Object *object, const YamlNode *mapping,
                       const char *const *also)
{
    bool good = true;
    for (guint i = 0; i < yaml_count(mapping); i++)
        good &= read_key(r, object, yaml_key(mapping, i), yaml_value(mapping, i), also);
    return good;
}
