/* Fields of models: columns. */
#include "schema/identifier.h"
#include "schema/model_reader.h"
#include "schema/suggest.h"
#include "schema/type_name.h"

#include <string.h>

typedef struct ColumnReader {
    ModelReader *r;
    const TableModel *model;
    Column *column;
    const YamlNode *node; /* the mapping */
    const ResolvedType *type;
} ColumnReader;

/* ---- NULL or not ---- */

static bool read_flag(const ColumnReader *c, const char *key, bool *ret)
{
    const YamlNode *node = yaml_get(c->node, key);
    return node && !yaml_is_null(node) && model_bool(c->r, key, node, ret);
}

/* required: { name:, no_inherit:, not_valid: } names a NOT NULL constraint. */
static bool read_constraint(const ColumnReader *c, const YamlNode *node)
{
    static const struct {
        const char *key;
        const char *row;
    } rows[] = {{"name", "not_null_name"},
                {"no_inherit", "not_null_no_inherit"},
                {"not_valid", "not_null_not_valid"},
                {"comment", "not_null_comment"}};
    static const char *const known[] = {"name", "no_inherit", "not_valid", "comment", NULL};
    Object *column = &c->column->object;
    if (!yaml_check_keys(node, known, c->r->diagnostics))
        return false;
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        const YamlNode *value = yaml_get(node, rows[i].key);
        if (value && !yaml_is_null(value))
            model_read_field(c->r, column, column, kind_field(column->info, rows[i].row), value);
    }
    return true;
}

static bool read_required(const ColumnReader *c, bool *ret)
{
    const YamlNode *node = yaml_get(c->node, "required");
    if (!node || yaml_kind(node) != YAML_MAPPING)
        return read_flag(c, "required", ret);
    *ret = read_constraint(c, node);
    return *ret;
}

static void error_nullable(const ColumnReader *c, const char *key, const char *why)
{
    Diagnostic *d = yaml_error(yaml_get(c->node, key), c->r->diagnostics, DIAG_MODEL_CONTRADICTION,
                               "%s contradicts the rest of field %s", key, c->column->object.name);
    diag_set_detail(d, "%s", why);
}

/* required: true and nullable: false both say NOT NULL; keys and numbered columns are so anyway. */
static void read_not_null(const ColumnReader *c)
{
    bool required = false;
    bool nullable = false;
    bool primary = false;
    bool says_required = read_required(c, &required);
    bool says_nullable = read_flag(c, "nullable", &nullable);
    if (says_required && says_nullable && required == nullable) {
        error_nullable(c, "nullable",
                       required ? "required: true is NOT NULL" : "required: false allows NULL");
        return;
    }
    c->column->not_null = (says_required && required) || (says_nullable && !nullable);
    const char *why = NULL;
    if (read_flag(c, "primary", &primary) && primary)
        why = "a primary key is NOT NULL";
    else if (c->type && c->type->serial)
        why = "a serial column is NOT NULL";
    else if (c->column->identity)
        why = "an identity column is NOT NULL";
    if (!why)
        return;
    if (says_nullable && nullable)
        error_nullable(c, "nullable", why);
    else if (says_required && !required && !primary)
        error_nullable(c, "required", why);
    c->column->not_null = true;
}

/* ---- values ---- */

static void read_default(const ColumnReader *c, const YamlNode *node)
{
    if (c->type)
        c->column->default_expr = model_default(c->r, c->type, node);
}

/* As the default: a plain value is a literal of the field's type. */
static void read_backfill(const ColumnReader *c, const YamlNode *node)
{
    if (c->type)
        c->column->backfill = model_default(c->r, c->type, node);
}

/* An expression, or { upgrade:, downgrade: }. */
static void read_using(const ColumnReader *c, const YamlNode *node)
{
    static const char *const known[] = {"upgrade", "downgrade", NULL};
    if (yaml_kind(node) != YAML_MAPPING) {
        c->column->using_expr = model_sql(c->r, "using", node);
        return;
    }
    const YamlNode *upgrade = yaml_get(node, "upgrade");
    const YamlNode *downgrade = yaml_get(node, "downgrade");
    if (!yaml_check_keys(node, known, c->r->diagnostics))
        return;
    if (upgrade && !yaml_is_null(upgrade))
        c->column->using_expr = model_sql(c->r, "upgrade", upgrade);
    if (downgrade && !yaml_is_null(downgrade))
        c->column->using_back = model_sql(c->r, "downgrade", downgrade);
}

/* An expression, or { expression:, virtual: }. */
static void read_generated(const ColumnReader *c, const YamlNode *node)
{
    static const char *const known[] = {"expression", "sql", "virtual", NULL};
    const YamlNode *expression = yaml_get(node, "expression");
    const YamlNode *is_virtual = yaml_get(node, "virtual");
    if (yaml_kind(node) != YAML_MAPPING) {
        c->column->generated = model_sql(c->r, "generated", node);
        return;
    }
    if (!yaml_check_keys(node, known, c->r->diagnostics))
        return;
    if (is_virtual)
        model_bool(c->r, "virtual", is_virtual, &c->column->generated_virtual);
    if (!expression)
        expression = yaml_get(node, "sql");
    if (expression)
        c->column->generated = model_sql(c->r, "generated", expression);
    else
        yaml_error(node, c->r->diagnostics, DIAG_MODEL_EMPTY, "generated has no expression");
}

/* always, by default, or { generation:, start:, … }. */
static void read_identity(const ColumnReader *c, const YamlNode *node)
{
    static const char *const known[] = {"generation", "start",  "increment", "minvalue",
                                        "maxvalue",   "cache",  "cycle",     "sequence",
                                        "comment",    "grants", "withheld",  NULL};
    Column *column = c->column;
    const Field *field = kind_field(column->object.info, "identity");
    if (yaml_kind(node) != YAML_MAPPING) {
        model_read_field(c->r, &column->object, column, field, node);
        return;
    }
    if (!yaml_check_keys(node, known, c->r->diagnostics))
        return;
    column->identity = "by default";
    for (guint i = 0; i < yaml_count(node); i++) {
        const char *key = yaml_text(yaml_key(node, i));
        if (g_str_equal(key, "grants") || g_str_equal(key, "withheld"))
            continue;
        const char *row = strcmp(key, "generation") == 0 ? "identity"
                          : strcmp(key, "sequence") == 0 ? "identity_sequence"
                          : strcmp(key, "comment") == 0  ? "identity_comment"
                                                         : key;
        if (!yaml_is_null(yaml_value(node, i)))
            model_read_field(c->r, &column->object, column, kind_field(column->object.info, row),
                             yaml_value(node, i));
    }
    model_normalize_sequence(&column->sequence, column->type);
    if (column->identity_sequence.name && !column->identity_sequence.schema)
        column->identity_sequence.schema = column->object.schema;
    if (yaml_get(node, "grants"))
        model_read_grants(c->r, &column->object, yaml_get(node, "grants"));
    if (yaml_get(node, "withheld"))
        model_read_withheld(c->r, &column->object, yaml_get(node, "withheld"));
}

/* Values that are the type's own are empty. */
static void normalize_storage(const ColumnReader *c)
{
    Column *column = c->column;
    if (column->storage) {
        g_autofree char *folded = g_ascii_strdown(column->storage, -1);
        const char *own = c->type && c->type->base ? type_name_storage(c->type->text) : NULL;
        column->storage = g_strcmp0(folded, own) == 0 ? NULL : state_text(c->r->state, folded);
    }
    if (g_strcmp0(column->compression, "default") == 0)
        column->compression = NULL;
    if (g_strcmp0(column->statistics, "-1") == 0)
        column->statistics = NULL;
}

static void check_values(const ColumnReader *c)
{
    const Column *column = c->column;
    const char *other = column->generated            ? "generated"
                        : column->identity           ? "identity"
                        : c->type && c->type->serial ? "type"
                                                     : NULL;
    if (!column->default_expr || !other)
        return;
    Diagnostic *d =
        yaml_error(yaml_get(c->node, "default"), c->r->diagnostics, DIAG_MODEL_CONTRADICTION,
                   "field %s has a default and is computed by PostgreSQL too", column->object.name);
    diag_set_detail(d, "its %s gives the value", other);
}

/* ---- fields ---- */

/* Keys of a field that are not rows of the field table, or need more than it. */
static const char *const field_keys[] = {
    "type",      "max_length", "required", "nullable", "default",    "generated", "primary",
    "unique",    "index",      "check",    "identity", "references", "match",     "on_delete",
    "on_update", "deferrable", "backfill", "using",    NULL};

static const struct {
    const char *key;
    void (*read)(const ColumnReader *c, const YamlNode *node);
} value_readers[] = {
    {"default", read_default},     {"backfill", read_backfill}, {"using", read_using},
    {"generated", read_generated}, {"identity", read_identity},
};

static void read_type(ColumnReader *c)
{
    const YamlNode *type = yaml_get(c->node, "type");
    Column *column = c->column;
    column->type = "text"; /* where there is an error, so that no more of them follow */
    if ((!type || yaml_is_null(type)) && model_has_parents(c->model)) {
        column->inherited = true; /* it says what differs from the column above */
        c->type = model_inherited_type(c->r, c->model, column->object.name);
        return;
    }
    if (!type || yaml_is_null(type)) {
        yaml_error(c->node, c->r->diagnostics, DIAG_MODEL_EMPTY, "field %s has no type",
                   column->object.name);
        return;
    }
    c->type = model_type(c->r, column->object.schema, type, yaml_get(c->node, "max_length"));
    if (!c->type)
        return;
    column->type = c->type->text;
    if (c->type->serial)
        g_ptr_array_add(c->r->serials, column);
}

static void read_mapping(ColumnReader *c)
{
    read_type(c);
    for (size_t i = 0; i < G_N_ELEMENTS(value_readers); i++) {
        const YamlNode *value = yaml_get(c->node, value_readers[i].key);
        if (value && !yaml_is_null(value))
            value_readers[i].read(c, value);
    }
    model_read_object(c->r, &c->column->object, c->node, field_keys);
    read_not_null(c);
    normalize_storage(c);
    check_values(c);
}

void model_read_column(ModelReader *r, TableModel *model, const YamlNode *key, const YamlNode *node)
{
    const char *name = model_name(r, "the field", key);
    Object *object =
        name ? model_add_child(r, KIND_COLUMN, &model->table->object, name, key) : NULL;
    if (!object)
        return;
    ColumnReader c = {.r = r, .model = model, .column = (Column *)object, .node = node};
    if (yaml_kind(node) == YAML_MAPPING) {
        read_mapping(&c);
        return;
    }
    /* name: type */
    c.column->type = "text";
    c.type = model_type(r, object->schema, node, NULL);
    if (!c.type)
        return;
    c.column->type = c.type->text;
    c.column->not_null = c.type->serial;
    if (c.type->serial)
        g_ptr_array_add(r->serials, c.column);
}
