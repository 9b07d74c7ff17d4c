/* Partitions and inheritance in models: tables that have their columns from others. */
#include "schema/inheritance.h"
#include "schema/model_reader.h"

#include <string.h>

/* ---- partitions that stand in the model of their table ---- */

static void declare_partition(ModelReader *r, const TableModel *model, const YamlNode *key,
                              const YamlNode *node)
{
    const Object *table = &model->table->object;
    QualifiedName name = {NULL, NULL};
    const YamlNode *schema = yaml_get(node, "schema");
    if (!model_qualified(r, "the partition", key, &name))
        return;
    if (!name.schema && schema && !yaml_is_null(schema))
        name.schema = model_name(r, "schema", schema);
    Object *partition =
        model_declare_table(r, name.schema ? name.schema : table->schema, name.name, key, node);
    if (partition)
        ((Table *)partition)->partition_of = (QualifiedName){table->schema, table->name};
}

void model_declare_partitions(ModelReader *r, const TableModel *model)
{
    const YamlNode *section = yaml_get(model->node, "partitions");
    if (!section || yaml_is_null(section) || !model_expect_mapping(r, "partitions", section))
        return;
    for (guint i = 0; i < yaml_count(section); i++)
        declare_partition(r, model, yaml_key(section, i), yaml_value(section, i));
}

/* ---- bounds and keys ---- */

static bool is_bare(const char *text)
{
    char *end = NULL;
    g_ascii_strtod(text, &end);
    return (*text && !*end) || g_ascii_strcasecmp(text, "minvalue") == 0 ||
           g_ascii_strcasecmp(text, "maxvalue") == 0 || g_ascii_strcasecmp(text, "null") == 0 ||
           g_ascii_strcasecmp(text, "true") == 0 || g_ascii_strcasecmp(text, "false") == 0;
}

static void append_value(GString *out, const YamlNode *node)
{
    const YamlNode *sql = yaml_get(node, "sql");
    const char *text = yaml_text(sql ? sql : node);
    if (!text || yaml_is_null(node)) {
        g_string_append(out, "NULL");
        return;
    }
    if (sql || is_bare(text)) {
        g_string_append(out, text);
        return;
    }
    g_auto(GStrv) parts = g_strsplit(text, "'", -1);
    g_autofree char *doubled = g_strjoinv("''", parts);
    g_string_append_printf(out, "'%s'", doubled);
}

/* "word (a, b)" of a list or a single value. */
static void append_values(GString *out, const char *word, const YamlNode *node)
{
    bool list = yaml_kind(node) == YAML_SEQUENCE;
    g_string_append_printf(out, "%s%s (", out->len ? " " : "", word);
    for (guint i = 0; i < (list ? yaml_count(node) : 1); i++) {
        g_string_append(out, i ? ", " : "");
        append_value(out, list ? yaml_item(node, i) : node);
    }
    g_string_append_c(out, ')');
}

/* { from:, to: }, { in: }, { modulus:, remainder: } */
static const char *bound_of_mapping(ModelReader *r, const YamlNode *node)
{
    static const char *const known[] = {"from", "to", "in", "modulus", "remainder", NULL};
    static const char *const words[] = {"FROM", "TO", "IN", NULL};
    g_autoptr(GString) bound = g_string_new(NULL);
    const YamlNode *modulus = yaml_get(node, "modulus");
    const YamlNode *remainder = yaml_get(node, "remainder");
    if (!yaml_check_keys(node, known, r->diagnostics))
        return NULL;
    for (size_t i = 0; words[i]; i++)
        if (yaml_get(node, known[i]))
            append_values(bound, words[i], yaml_get(node, known[i]));
    if (modulus && remainder)
        g_string_append_printf(bound, "WITH (modulus %s, remainder %s)", yaml_text(modulus),
                               yaml_text(remainder));
    return state_text(r->state, bound->str);
}

/* As PostgreSQL prints it: FOR VALUES …, or DEFAULT. */
static const char *read_bound(ModelReader *r, const YamlNode *node)
{
    const char *text = yaml_kind(node) == YAML_MAPPING && !yaml_get(node, "sql")
                           ? bound_of_mapping(r, node)
                           : model_sql(r, "values", node);
    if (!text)
        return NULL;
    if (g_ascii_strcasecmp(text, "default") == 0)
        return "DEFAULT";
    if (g_ascii_strncasecmp(text, "for values", strlen("for values")) == 0)
        return text;
    g_autofree char *whole = g_strconcat("FOR VALUES ", text, NULL);
    return state_text(r->state, whole);
}

/* { range: [a, b] } is RANGE (a, b). */
static const char *read_key(ModelReader *r, const YamlNode *node)
{
    static const char *const methods[] = {"range", "list", "hash", NULL};
    if (yaml_kind(node) != YAML_MAPPING || yaml_get(node, "sql"))
        return model_sql(r, "partition_by", node);
    if (!yaml_check_keys(node, methods, r->diagnostics) || yaml_count(node) != 1)
        return NULL;
    g_autoptr(GString) key = g_string_new(NULL);
    g_autofree char *word = g_ascii_strup(yaml_text(yaml_key(node, 0)), -1);
    const YamlNode *list = yaml_value(node, 0);
    bool several = yaml_kind(list) == YAML_SEQUENCE;
    for (guint i = 0; i < (several ? yaml_count(list) : 1); i++) {
        const char *part = yaml_text(several ? yaml_item(list, i) : list);
        g_string_append_printf(key, "%s%s", i ? ", " : "", part ? part : "");
    }
    g_autofree char *whole = g_strdup_printf("%s (%s)", word, key->str);
    return state_text(r->state, whole);
}

void model_read_parents(ModelReader *r, TableModel *model)
{
    Table *table = model->table;
    const KindInfo *info = kind_infos[KIND_TABLE];
    const YamlNode *of = yaml_get(model->node, "partition_of");
    const YamlNode *inherits = yaml_get(model->node, "inherits");
    const YamlNode *key = yaml_get(model->node, "partition_by");
    const YamlNode *bound = yaml_get(model->node, "values");
    if (!bound && table->partition_of.name && yaml_kind(model->node) != YAML_MAPPING)
        bound = model->node; /* partitions: { p1: FROM (1) TO (2) } */
    if (of && !yaml_is_null(of))
        model_read_field(r, &table->object, table, kind_field(info, "partition_of"), of);
    if (inherits && !yaml_is_null(inherits))
        model_read_field(r, &table->object, table, kind_field(info, "inherits"), inherits);
    if (key && !yaml_is_null(key))
        table->partition_by = read_key(r, key);
    if (bound && !yaml_is_null(bound))
        table->values = read_bound(r, bound);
    table->partitions_open = table->partition_by && !yaml_get(model->node, "partitions");
    if (table->partition_of.name && !table->values) {
        Diagnostic *d = yaml_error(model->node, r->diagnostics, DIAG_MODEL_EMPTY,
                                   "partition %s has no values", table->object.name);
        diag_set_hint(d,
                      "`values: FROM (…) TO (…)`, `IN (…)` or `DEFAULT` says which rows it holds");
    }
}

/* ---- types of fields that only say what they have of their own ---- */

bool model_has_parents(const TableModel *model)
{
    return model->table->partition_of.name || model->table->inherits.count;
}

/* The parent's field of a name, in the model that declares it. */
static const YamlNode *declared_field(const ModelReader *r, const TableModel *model,
                                      const char *name, const Object **ret_table)
{
    guint position = 0;
    for (Object *p; (p = inheritance_parent(r->state, &model->table->object, &position));) {
        const TableModel *above = model_of(r, p);
        const YamlNode *fields = above && above->node ? yaml_get(above->node, "fields") : NULL;
        const YamlNode *field = fields ? yaml_get(fields, name) : NULL;
        if (field && (yaml_kind(field) != YAML_MAPPING || yaml_get(field, "type"))) {
            *ret_table = p;
            return field;
        }
        field = above ? declared_field(r, above, name, ret_table) : NULL;
        if (field)
            return field;
    }
    return NULL;
}

const ResolvedType *model_inherited_type(ModelReader *r, const TableModel *model, const char *name)
{
    const Object *table = NULL;
    const YamlNode *field = declared_field(r, model, name, &table);
    if (!field)
        return NULL;
    bool mapping = yaml_kind(field) == YAML_MAPPING;
    return model_type(r, table->schema, mapping ? yaml_get(field, "type") : field,
                      mapping ? yaml_get(field, "max_length") : NULL);
}

/* ---- columns ---- */

/* Whether a table has none of what the column above has: `default: null`. */
static bool says_none(const TableModel *model, const char *name, const char *key)
{
    const YamlNode *fields = yaml_get(model->node, "fields");
    const YamlNode *field = fields ? yaml_get(fields, name) : NULL;
    return field && yaml_kind(field) == YAML_MAPPING && yaml_get(field, key);
}

/* What a column takes over, where the table says nothing else. */
static void complete(const TableModel *model, Column *column, const Column *above)
{
    column->type = above->type;
    column->collation = above->collation;
    column->generated = column->generated ? column->generated : above->generated;
    column->generated_virtual = above->generated_virtual;
    column->not_null = column->not_null || column_hands_down_not_null(above);
    if (!column->default_expr && !says_none(model, column->object.name, "default"))
        column->default_expr = above->default_expr;
    if (!column->storage && !says_none(model, column->object.name, "storage"))
        column->storage = above->storage;
    if (!column->compression && !says_none(model, column->object.name, "compression"))
        column->compression = above->compression;
}

static void inherit_from(ModelReader *r, TableModel *model, const Object *parent)
{
    Object *table = &model->table->object;
    guint position = 0;
    for (Object *above; (above = object_child(parent, KIND_COLUMN, &position));) {
        Object *own = state_find_child(r->state, KIND_COLUMN, table, above->name);
        if (!own) {
            own = state_add(r->state, KIND_COLUMN, table, NULL, above->name, NULL);
            own->place = table->place;
            ((Column *)own)->inherited = true;
        } else if (model->table->partition_of.name) {
            ((Column *)own)->inherited = true; /* a partition has no columns of its own */
        }
        if (((Column *)own)->inherited)
            complete(model, (Column *)own, (const Column *)above);
    }
}

static void check_leftover(ModelReader *r, const TableModel *model)
{
    guint position = 0;
    for (Object *c; (c = object_child(&model->table->object, KIND_COLUMN, &position));)
        if (((Column *)c)->inherited && !inherited_column(r->state, c))
            diag_error(r->diagnostics, DIAG_MODEL_EMPTY, c->place,
                       "field %s has no type, and no table above has it", c->name);
}

void model_inherit_columns(ModelReader *r, TableModel *model)
{
    guint position = 0;
    if (model->inherited)
        return;
    model->inherited = true;
    for (Object *p; (p = inheritance_parent(r->state, &model->table->object, &position));) {
        TableModel *above = model_of(r, p);
        if (!above)
            continue;
        model_inherit_columns(r, above);
        above->table->partitions_open &= !model->table->partition_of.name;
        inherit_from(r, model, p);
    }
    if (!r->incomplete)
        check_leftover(r, model);
}

void model_complete_columns(ModelReader *r, TableModel *model)
{
    guint position = 0;
    if (!model_has_parents(model) || model->completed)
        return;
    model->completed = true;
    for (Object *p; (p = inheritance_parent(r->state, &model->table->object, &position));)
        if (model_of(r, p))
            model_complete_columns(r, model_of(r, p));
    position = 0;
    for (Object *c; (c = object_child(&model->table->object, KIND_COLUMN, &position));) {
        const Object *above = ((Column *)c)->inherited ? inherited_column(r->state, c) : NULL;
        if (above)
            complete(model, (Column *)c, (const Column *)above);
    }
}
