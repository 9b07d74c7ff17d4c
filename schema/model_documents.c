/* Documents of model files: which objects they declare. */
#include "schema/model_reader.h"
#include "schema/suggest.h"

#include <string.h>

/* Keys that only a table's model has. */
static const char *const table_keys[] = {"table", "fields", "relations", NULL};

/* The key of a kind in YAML is its word with _ for spaces. */
bool model_is_kind_key(const KindInfo *info, const char *key)
{
    const char *word = info->word;
    for (; *word && *key; word++, key++)
        if (*key != (*word == ' ' ? '_' : *word))
            return false;
    return *word == *key;
}

static const KindInfo *kind_by_key(const char *key)
{
    for (int kind = 0; kind < KIND_COUNT; kind++)
        if (!(kind_infos[kind]->flags & KIND_CHILD) && model_is_kind_key(kind_infos[kind], key))
            return kind_infos[kind];
    return NULL;
}

static const KindInfo *kind_by_plural(const char *key)
{
    for (int kind = 0; kind < KIND_COUNT; kind++)
        if (!(kind_infos[kind]->flags & KIND_CHILD) && strcmp(kind_infos[kind]->plural, key) == 0)
            return kind_infos[kind];
    return NULL;
}

/* The kind of a document, by its first key that tells one; `schema` only when no other does, since
 * all other documents may begin with the schema they are in. */
static const KindInfo *kind_of(const YamlNode *mapping)
{
    const KindInfo *found = NULL;
    for (guint i = 0; i < yaml_count(mapping); i++) {
        const char *key = yaml_text(yaml_key(mapping, i));
        if (g_strv_contains(table_keys, key))
            return kind_infos[KIND_TABLE];
        const KindInfo *info = kind_by_key(key);
        if (info && strcmp(key, info->plural) == 0 && !yaml_text(yaml_value(mapping, i)))
            info = NULL; /* a list of those whose singular is their plural */
        if (info && info->kind != KIND_SCHEMA)
            return info;
        found = info ? info : found;
    }
    return !found && yaml_get(mapping, "name") ? kind_infos[KIND_TABLE] : found;
}

/* ---- adding ---- */

void model_remember(GHashTable *table, const char *name, gpointer value)
{
    GPtrArray *list = g_hash_table_lookup(table, name);
    if (!list) {
        list = g_ptr_array_new();
        g_hash_table_insert(table, (gpointer)name, list);
    }
    g_ptr_array_add(list, value);
}

static void error_duplicate(ModelReader *r, const KindInfo *info, const char *schema,
                            const char *name, const YamlNode *node)
{
    const Object *first = state_find(r->state, info->kind, schema, name);
    Diagnostic *d = yaml_error(node, r->diagnostics, DIAG_MODEL_DUPLICATE,
                               "%s \"%s\" is declared twice", info->word, name);
    if (first)
        diag_set_detail(d, "the first one is in %s:%d", first->place.file, first->place.line);
}

/* A relation's name is taken for all kinds of relations, a type's for all kinds of types. */
static bool name_is_free(ModelReader *r, const KindInfo *info, const char *schema, const char *name,
                         const YamlNode *node)
{
    const GPtrArray *others = g_hash_table_lookup(r->by_name, name);
    for (guint i = 0; others && i < others->len; i++) {
        const Object *other = g_ptr_array_index(others, i);
        guint shared = other->info->flags & info->flags & (KIND_RELATION | KIND_TYPE);
        if (other->info == info || other->schema != schema || !shared)
            continue;
        Diagnostic *d = yaml_error(node, r->diagnostics, DIAG_MODEL_DUPLICATE,
                                   "the name \"%s\" is taken by %s %s", name,
                                   kind_article(other->info), other->info->word);
        diag_set_detail(d, "it is in %s:%d", other->place.file, other->place.line);
        return false;
    }
    return true;
}

static Object *add(ModelReader *r, const KindInfo *info, const char *schema, const char *name,
                   const YamlNode *name_node, const YamlNode *node)
{
    if (!name_is_free(r, info, schema, name, name_node))
        return NULL;
    char unknown[16]; /* what the arguments of a routine are is not known before all types are */
    g_snprintf(unknown, sizeof unknown, "%c%u", UNNAMED_PREFIX, r->declarations->len);
    Object *object = state_add(r->state, info->kind, NULL, schema, name,
                               info->flags & (KIND_ROUTINE | KIND_ARGUMENTS) ? unknown : NULL);
    if (!object) {
        error_duplicate(r, info, schema, name, name_node);
        return NULL;
    }
    object->place = yaml_place(name_node);
    Declaration declaration = {.object = object, .node = node};
    if (info->kind == KIND_TABLE) {
        const YamlNode *model_node = yaml_get(node, "name");
        const char *model = model_node ? model_name(r, "name", model_node) : NULL;
        declaration.model = model_table_new(r, (Table *)object, node, model ? model : name);
        model_remember(r->by_model, declaration.model->name, declaration.model);
    }
    r->has_extensions = r->has_extensions || info->kind == KIND_EXTENSION;
    g_array_append_val(r->declarations, declaration);
    model_remember(r->by_name, object->name, object);
    if (declaration.model)
        model_declare_partitions(r, declaration.model);
    return object;
}

Object *model_declare_table(ModelReader *r, const char *schema, const char *name,
                            const YamlNode *name_node, const YamlNode *node)
{
    return add(r, kind_infos[KIND_TABLE], schema, name, name_node, node);
}

static const char *schema_of(ModelReader *r, const KindInfo *info, const YamlNode *node)
{
    const YamlNode *schema = yaml_get(node, "schema");
    if (!(info->flags & (KIND_IN_SCHEMA | KIND_MAY_BE_IN_SCHEMA)))
        return NULL;
    const char *name = schema && !yaml_is_null(schema) ? model_name(r, "schema", schema) : NULL;
    return name || info->flags & KIND_MAY_BE_IN_SCHEMA ? name : r->schema;
}

/* The node that holds the object's name: `key` as the document has it, else `name`. */
static const YamlNode *name_node_of(const KindInfo *info, const YamlNode *node)
{
    for (guint i = 0; i < yaml_count(node); i++)
        if (model_is_kind_key(info, yaml_text(yaml_key(node, i))))
            return yaml_value(node, i);
    return yaml_get(node, "name");
}

/* The key that comes closest to the kind's word, or NULL. */
static const char *misspelt_key(const KindInfo *info, const YamlNode *node)
{
    Suggestion suggestion = SUGGESTION_FOR(info->word);
    for (guint i = 0; i < yaml_count(node); i++)
        suggestion_try(&suggestion, yaml_text(yaml_key(node, i)));
    return suggestion.best;
}

static void add_from_mapping(ModelReader *r, const KindInfo *info, const YamlNode *node)
{
    const YamlNode *name_node = name_node_of(info, node);
    if (!name_node) {
        Diagnostic *d =
            yaml_error(node, r->diagnostics, DIAG_MODEL_NAME, "this %s has no name", info->word);
        const char *key = misspelt_key(info, node);
        if (key)
            diag_set_hint(d, "did you mean \"%s\" instead of \"%s\"?", info->word, key);
        else
            diag_set_hint(d, "give it one with `%s:` or `name:`", info->word);
        return;
    }
    const char *name = model_name(r, info->word, name_node);
    if (name)
        add(r, info, schema_of(r, info, node), name, name_node, node);
}

/* ---- lists ---- */

static void add_item(ModelReader *r, const KindInfo *info, const YamlNode *item)
{
    if (yaml_kind(item) == YAML_MAPPING) {
        add_from_mapping(r, info, item);
        return;
    }
    const char *name = model_name(r, info->word, item);
    if (name)
        add(r, info, info->flags & KIND_IN_SCHEMA ? r->schema : NULL, name, item, item);
}

/* Under `enums:` and the like: a list, or a mapping of names. */
static void declare_list(ModelReader *r, const KindInfo *info, const YamlNode *list)
{
    if (yaml_kind(list) == YAML_SCALAR && !yaml_is_null(list)) {
        yaml_error(list, r->diagnostics, DIAG_MODEL_TYPE, "%s must be a list", info->plural);
        return;
    }
    for (guint i = 0; i < yaml_count(list); i++) {
        if (yaml_kind(list) == YAML_SEQUENCE) {
            add_item(r, info, yaml_item(list, i));
            continue;
        }
        const YamlNode *key = yaml_key(list, i);
        const YamlNode *value = yaml_value(list, i);
        const char *name = model_name(r, info->word, key);
        if (name)
            add(r, info, schema_of(r, info, value), name, key, value);
    }
}

static void error_document(ModelReader *r, const YamlNode *root)
{
    const YamlNode *key = yaml_count(root) ? yaml_key(root, 0) : root;
    Diagnostic *d = yaml_error(key, r->diagnostics, DIAG_MODEL_UNKNOWN_KEY,
                               "this document does not say what it declares");
    Suggestion suggestion = SUGGESTION_FOR(yaml_count(root) ? yaml_text(key) : "table");
    for (int kind = 0; kind < KIND_COUNT; kind++) {
        if (kind_infos[kind]->flags & KIND_CHILD)
            continue;
        suggestion_try(&suggestion, kind_infos[kind]->word);
        suggestion_try(&suggestion, kind_infos[kind]->plural);
    }
    if (suggestion.best)
        diag_set_hint(d, "did you mean \"%s\"?", suggestion.best);
    else
        diag_set_hint(d, "a model has `table:` (or `name:`) and `fields:`; other documents begin "
                         "with their kind, such as `enum:`");
}

void model_declare(ModelReader *r, const YamlNode *root)
{
    if (!model_expect_mapping(r, "a document", root))
        return;
    const KindInfo *info = kind_of(root);
    if (info) {
        add_from_mapping(r, info, root);
        return;
    }
    if (yaml_count(root) == 0 || !kind_by_plural(yaml_text(yaml_key(root, 0)))) {
        error_document(r, root);
        return;
    }
    for (guint i = 0; i < yaml_count(root); i++) {
        const YamlNode *key = yaml_key(root, i);
        const KindInfo *several = kind_by_plural(yaml_text(key));
        if (several)
            declare_list(r, several, yaml_value(root, i));
        else
            yaml_error(key, r->diagnostics, DIAG_MODEL_UNKNOWN_KEY, "\"%s\" is no list of objects",
                       yaml_text(key));
    }
}
