/* Objects other than tables, and children that have nothing but their fields. */
#include "schema/identifier.h"
#include "schema/model_reader.h"

#include <string.h>

/* ---- children ---- */

/* Which kinds of children stand in which kind's mapping, where the key is the kind's plural. Tables
 * take all kinds of children but those with sections of their own. */
static const struct {
    Kind parent;
    Kind child;
} child_sections[] = {
    {KIND_DOMAIN, KIND_CHECK},        {KIND_VIEW, KIND_TRIGGER},
    {KIND_VIEW, KIND_RULE},           {KIND_MATERIALIZED_VIEW, KIND_INDEX},
    {KIND_SERVER, KIND_USER_MAPPING}, {KIND_MATERIALIZED_VIEW, KIND_STATISTICS},
};

static bool has_own_section(Kind kind)
{
    static const Kind own[] = {KIND_COLUMN, KIND_PRIMARY_KEY, KIND_UNIQUE,     KIND_CHECK,
                               KIND_INDEX,  KIND_EXCLUSION,   KIND_FOREIGN_KEY};
    for (size_t i = 0; i < G_N_ELEMENTS(own); i++)
        if (own[i] == kind)
            return true;
    return false;
}

static bool may_hold(Kind parent, Kind child)
{
    if (parent == KIND_TABLE)
        return !has_own_section(child) && child != KIND_USER_MAPPING;
    for (size_t i = 0; i < G_N_ELEMENTS(child_sections); i++)
        if (child_sections[i].parent == parent && child_sections[i].child == child)
            return true;
    return false;
}

bool model_is_child_section(const KindInfo *parent, const char *key, Kind *ret_kind)
{
    for (int kind = 0; kind < KIND_COUNT; kind++) {
        if (!(kind_infos[kind]->flags & KIND_CHILD) || strcmp(kind_infos[kind]->plural, key) != 0 ||
            !may_hold(parent->kind, (Kind)kind))
            continue;
        *ret_kind = (Kind)kind;
        return true;
    }
    return false;
}

Object *model_add_child(ModelReader *r, Kind kind, Object *parent, const char *name,
                        const YamlNode *node)
{
    char unnamed[16];
    if (!name)
        g_snprintf(unnamed, sizeof unnamed, "%c%u", UNNAMED_PREFIX,
                   parent->children ? parent->children->len : 0);
    Object *child = state_add(r->state, kind, parent, NULL, name ? name : unnamed, NULL);
    if (child) {
        child->place = yaml_place(node);
        child->name_implied = name == NULL;
        return child;
    }
    const Object *first = state_find_child(r->state, kind, parent, name);
    Diagnostic *d =
        yaml_error(node, r->diagnostics, DIAG_MODEL_DUPLICATE, "%s \"%s\" of %s is declared twice",
                   kind_infos[kind]->word, name, parent->name);
    if (first)
        diag_set_detail(d, "the first one is in %s:%d", first->place.file, first->place.line);
    return NULL;
}

const char *model_child_name(ModelReader *r, const char *name, const YamlNode *node)
{
    const YamlNode *given = yaml_get(node, "name");
    if (name || !given || yaml_is_null(given))
        return name;
    return model_name(r, "name", given);
}

void model_read_section(ModelReader *r, Object *parent, const char *key, const YamlNode *section,
                        ChildReader *read)
{
    if (yaml_kind(section) == YAML_SCALAR && !yaml_is_null(section)) {
        yaml_error(section, r->diagnostics, DIAG_MODEL_TYPE,
                   "%s must be a list, or a mapping of names", key);
        return;
    }
    for (guint i = 0; i < yaml_count(section); i++) {
        if (yaml_kind(section) == YAML_SEQUENCE) {
            read(r, parent, NULL, yaml_item(section, i));
            continue;
        }
        const char *name = model_name(r, key, yaml_key(section, i));
        if (name)
            read(r, parent, name, yaml_value(section, i));
    }
}

/* name: expression, or a mapping with `expression`. */
void model_read_check(ModelReader *r, Object *parent, const char *name, const YamlNode *node)
{
    bool mapping = yaml_kind(node) == YAML_MAPPING && !yaml_get(node, "sql");
    if (mapping)
        name = model_child_name(r, name, node);
    Check *check = (Check *)model_add_child(r, KIND_CHECK, parent, name, node);
    if (!check)
        return;
    if (!mapping)
        check->expression = model_sql(r, "check", node);
    else if (model_read_object(r, &check->object, node, NULL) && !check->expression &&
             !model_note_inherited(r, &check->object, node))
        yaml_error(node, r->diagnostics, DIAG_MODEL_EMPTY, "this check has no expression");
    if (!check->expression && !g_hash_table_contains(r->attached, check))
        check->expression = "true"; /* told already */
}

/* Kinds of children that need more than their field table. */
static const struct {
    Kind kind;
    ObjectReader *read;
} special_children[] = {
    {KIND_TRIGGER, model_read_trigger},
    {KIND_POLICY, model_read_policy},
    {KIND_RULE, model_read_rule},
    {KIND_STATISTICS, model_read_statistics},
};

/* Any kind of child, by its field table: the kind is that of the section read now. */
static void read_child(ModelReader *r, Object *parent, Kind kind, const char *name,
                       const YamlNode *node)
{
    if (yaml_kind(node) == YAML_MAPPING)
        name = model_child_name(r, name, node);
    if (!name) {
        Diagnostic *d = yaml_error(node, r->diagnostics, DIAG_MODEL_NAME, "this %s has no name",
                                   kind_infos[kind]->word);
        diag_set_hint(d, "give it one with `name:`");
        return;
    }
    Object *child = model_add_child(r, kind, parent, name, node);
    if (!child)
        return;
    bool good = yaml_kind(node) == YAML_MAPPING
                    ? model_read_object(r, child, node, NULL)
                    : model_read_field(r, child, child, child->info->fields, node);
    for (size_t i = 0; good && i < G_N_ELEMENTS(special_children); i++)
        if (special_children[i].kind == kind)
            special_children[i].read(r, child, node);
}

static void read_children_of_kind(ModelReader *r, Object *parent, Kind kind,
                                  const YamlNode *section)
{
    bool list = yaml_kind(section) == YAML_SEQUENCE;
    if (!list && !yaml_is_null(section) &&
        !model_expect_mapping(r, kind_infos[kind]->plural, section))
        return;
    for (guint i = 0; i < yaml_count(section); i++) {
        const char *name = list ? NULL : model_name(r, "name", yaml_key(section, i));
        if (list || name)
            read_child(r, parent, kind, name,
                       list ? yaml_item(section, i) : yaml_value(section, i));
    }
}

void model_read_children(ModelReader *r, Object *parent, const YamlNode *mapping)
{
    for (guint i = 0; yaml_kind(mapping) == YAML_MAPPING && i < yaml_count(mapping); i++) {
        Kind kind = KIND_COUNT;
        if (!model_is_child_section(parent->info, yaml_text(yaml_key(mapping, i)), &kind))
            continue;
        if (kind == KIND_CHECK)
            model_read_section(r, parent, "checks", yaml_value(mapping, i), model_read_check);
        else if (kind == KIND_INDEX)
            model_read_section(r, parent, "indexes", yaml_value(mapping, i), model_read_index);
        else
            read_children_of_kind(r, parent, kind, yaml_value(mapping, i));
    }
}

/* ---- what is special in a kind ---- */

static void read_enum(ModelReader *r, Object *object, const YamlNode *node)
{
    const Enum *type = (const Enum *)object;
    const EnumValue *values = type->values.items;
    const YamlNode *list = yaml_kind(node) == YAML_MAPPING ? yaml_get(node, "values") : node;
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < type->values.count; i++) {
        const YamlNode *item = yaml_kind(list) == YAML_SEQUENCE ? yaml_item(list, i) : list;
        const char *label = values[i].label;
        if (!label || strlen(label) > IDENTIFIER_LIMIT)
            yaml_error(item, r->diagnostics, DIAG_MODEL_VALUE,
                       "an enum's value must be text of at most %d bytes", IDENTIFIER_LIMIT);
        else if (!g_hash_table_add(seen, (gpointer)label))
            yaml_error(item, r->diagnostics, DIAG_MODEL_DUPLICATE,
                       "\"%s\" stands twice in the enum", label);
    }
}

static void read_domain(ModelReader *r, Object *object, const YamlNode *node)
{
    Domain *domain = (Domain *)object;
    const YamlNode *type_node = yaml_get(node, "type");
    const YamlNode *value = yaml_get(node, "default");
    const ResolvedType *type =
        type_node ? model_type(r, object->schema, type_node, yaml_get(node, "max_length")) : NULL;
    if (!type_node)
        yaml_error(node, r->diagnostics, DIAG_MODEL_EMPTY, "domain %s has no type", object->name);
    if (!type)
        return;
    domain->type = type->text;
    model_declaration(r, object)->type = type;
    if (value)
        domain->default_expr = model_default(r, type, value);
}

static void read_sequence(ModelReader *r, Object *object, const YamlNode *node)
{
    Sequence *sequence = (Sequence *)object;
    const YamlNode *owner = yaml_get(node, "owned_by");
    if (g_strcmp0(sequence->type, "bigint") == 0)
        sequence->type = NULL;
    model_normalize_sequence(&sequence->options, sequence->type);
    if (!owner || yaml_is_null(owner))
        return;
    const char *text = yaml_text(owner);
    g_auto(GStrv) parts = text ? identifier_split(text) : NULL;
    guint count = parts ? g_strv_length(parts) : 0;
    if (count < 2 || count > 3) {
        yaml_error(owner, r->diagnostics, DIAG_MODEL_TYPE, "owned_by must be table.field");
        return;
    }
    QualifiedName name = {count == 3 ? g_intern_string(parts[0]) : NULL,
                          g_intern_string(parts[count - 2])};
    const Object *table = model_find_table(r, object->schema, name, owner);
    if (!table || !model_find_column(r, table, parts[count - 1], owner))
        return;
    if (object->owner)
        yaml_error(yaml_get(node, "owner"), r->diagnostics, DIAG_MODEL_CONTRADICTION,
                   "a sequence that a field owns has its table's owner");
    sequence->owned_by_table = (QualifiedName){table->schema, table->name};
    sequence->owned_by_column = g_intern_string(parts[count - 1]);
}

static void read_collation(ModelReader *r, Object *object, const YamlNode *node)
{
    const Collation *collation = (const Collation *)object;
    if (!collation->encoding || collation_source(collation))
        return;
    Diagnostic *d = yaml_error(yaml_get(node, "encoding"), r->diagnostics, DIAG_MODEL_CONTRADICTION,
                               "PostgreSQL has no collation like this to copy");
    diag_set_hint(d, "encoding any goes with locale C or POSIX, UTF8 with provider builtin and "
                     "locale C, and neither with rules or nondeterministic");
}

/* The multirange type of a range is in the range's schema, where it is not said. */
static void read_range(ModelReader *r, Object *object, const YamlNode *node)
{
    QualifiedName *multirange = &((Range *)object)->multirange;
    (void)r, (void)node;
    if (multirange->name && !multirange->schema)
        multirange->schema = object->schema;
}

static const char *const domain_keys[] = {"type", "max_length", "default", NULL};
static const char *const sequence_keys[] = {"owned_by", NULL};
static const char *const grants_keys[] = {"grants", NULL};
static const char *const function_keys[] = {"arguments", "returns", NULL};
static const char *const argument_keys[] = {"arguments", NULL};

/* Kinds that need more than their field table: the keys read here, and the reader. */
static const struct {
    Kind kind;
    const char *const *keys;
    void (*read)(ModelReader *r, Object *object, const YamlNode *node);
} special_kinds[] = {
    {KIND_ENUM, NULL, read_enum},
    {KIND_DOMAIN, domain_keys, read_domain},
    {KIND_RANGE, NULL, read_range},
    {KIND_COLLATION, NULL, read_collation},
    {KIND_SEQUENCE, sequence_keys, read_sequence},
    {KIND_FUNCTION, function_keys, model_read_routine},
    {KIND_PROCEDURE, argument_keys, model_read_routine},
    {KIND_AGGREGATE, argument_keys, model_read_aggregate},
    {KIND_VIEW, NULL, model_read_view},
    {KIND_MATERIALIZED_VIEW, NULL, model_read_materialized_view},
    {KIND_EVENT_TRIGGER, NULL, model_read_event_trigger},
    {KIND_TEXT_SEARCH_CONFIGURATION, NULL, model_read_text_search_configuration},
    {KIND_OPERATOR, NULL, model_read_operator},
    {KIND_OPERATOR_FAMILY, NULL, model_read_operator_family},
    {KIND_OPERATOR_CLASS, NULL, model_read_operator_class},
    {KIND_CAST, NULL, model_read_cast},
    {KIND_TRANSFORM, NULL, model_read_transform},
    {KIND_PUBLICATION, NULL, model_read_publication},
    {KIND_SUBSCRIPTION, NULL, model_read_subscription},
    {KIND_DEFAULT_PRIVILEGES, grants_keys, model_read_default_privileges},
};

Declaration *model_declaration(const ModelReader *r, const Object *object)
{
    return &g_array_index(r->declarations, Declaration, object->index);
}

const ResolvedType *model_domain_base(ModelReader *r, const Object *domain)
{
    model_read_declaration(r, model_declaration(r, domain));
    return model_declaration(r, domain)->type;
}

void model_read_declaration(ModelReader *r, Declaration *declaration)
{
    Object *object = declaration->object;
    const YamlNode *node = declaration->node;
    if (declaration->entered || declaration->model)
        return;
    declaration->entered = true;
    const char *const *keys = NULL;
    void (*special)(ModelReader *, Object *, const YamlNode *) = NULL;
    for (size_t i = 0; i < G_N_ELEMENTS(special_kinds); i++) {
        if (special_kinds[i].kind == object_kind(object)) {
            keys = special_kinds[i].keys;
            special = special_kinds[i].read;
        }
    }
    bool good = true;
    if (yaml_kind(node) == YAML_MAPPING)
        good = model_read_object(r, object, node, keys);
    else if (yaml_kind(node) == YAML_SEQUENCE) /* enums: { role: [a, b] } */
        good = model_read_field(r, object, object, object->info->fields, node);
    if (special && good)
        special(r, object, node);
    model_read_children(r, object, node);
}
