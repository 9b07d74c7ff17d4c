/* Fields of models: columns, with the constraints and indexes that can stand in them. */
#include "schema/default_names.h"
#include "schema/expression_names.h"
#include "schema/import_objects.h"
#include "schema/model_reader.h"

#include <string.h>

/* ---- what stands in fields ---- */

static Inline *inline_of(GHashTable *inlines, const char *column)
{
    Inline *found = g_hash_table_lookup(inlines, column);
    if (!found) {
        found = g_new0(Inline, 1);
        g_hash_table_insert(inlines, (gpointer)column, found);
    }
    return found;
}

typedef bool TakeInline(GHashTable *inlines, const Object *child);

static bool take_primary(GHashTable *inlines, const Object *child)
{
    static const char *const only[] = {"fields", NULL};
    const KeyConstraint *key = (const KeyConstraint *)child;
    if (key->columns.count != 1 || !import_has_only(child, only))
        return false;
    inline_of(inlines, key->columns.names[0])->primary = true;
    return true;
}

/* Not on the primary key's column: there `unique: true` means nothing. */
static bool take_unique(GHashTable *inlines, const Object *child)
{
    static const char *const only[] = {"fields", NULL};
    const KeyConstraint *key = (const KeyConstraint *)child;
    if (key->columns.count != 1 || !import_has_only(child, only))
        return false;
    guint position = 0;
    const KeyConstraint *primary =
        (const KeyConstraint *)object_child(child->parent, KIND_PRIMARY_KEY, &position);
    Inline *field = inline_of(inlines, key->columns.names[0]);
    if (field->unique || (primary && name_list_equal(primary->columns, key->columns)))
        return false;
    field->unique = key;
    return true;
}

static bool take_index(GHashTable *inlines, const Object *child)
{
    static const char *const only[] = {"fields", NULL};
    const Index *index = (const Index *)child;
    const IndexElement *element = index->elements.items;
    if (index->elements.count != 1 || !element->field || !import_has_only(child, only))
        return false;
    for (const Field *f = index_element_info.fields + 1; f->key; f++)
        if (field_is_in_models(f) && !field_is_empty(f, element))
            return false;
    Inline *field = inline_of(inlines, element->field);
    if (field->index)
        return false;
    field->index = index;
    return true;
}

static bool take_check(GHashTable *inlines, const Object *child)
{
    static const char *const only[] = {"expression", NULL};
    const Check *check = (const Check *)child;
    const char *column = expression_single_column(check->expression, child->parent);
    if (!column || !import_has_only(child, only) || strchr(check->expression, '\n'))
        return false;
    Inline *field = inline_of(inlines, column);
    if (field->check)
        return false;
    field->check = check;
    return true;
}

static bool take_reference(GHashTable *inlines, const Object *child)
{
    static const char *const only[] = {"fields",    "references", "referenced_fields", "match",
                                       "on_update", "on_delete",  "deferrable",        NULL};
    const ForeignKey *key = (const ForeignKey *)child;
    if (key->columns.count != 1 || key->referenced_columns.count != 1 ||
        !import_has_only(child, only))
        return false;
    Inline *field = inline_of(inlines, key->columns.names[0]);
    if (field->reference)
        return false;
    field->reference = key;
    return true;
}

static TakeInline *const takers[KIND_COUNT] = {
    [KIND_PRIMARY_KEY] = take_primary,   [KIND_UNIQUE] = take_unique,
    [KIND_INDEX] = take_index,           [KIND_CHECK] = take_check,
    [KIND_FOREIGN_KEY] = take_reference,
};

/* Inherited columns have no field that could say it. */
static bool has_inherited(const Object *table)
{
    guint position = 0;
    for (Object *c; (c = object_child(table, KIND_COLUMN, &position));)
        if (((const Column *)c)->inherited)
            return true;
    return false;
}

/* A new one stands in a field unless the model has others of its kind elsewhere. */
static bool may_stand_in_field(const ImportWriter *w, const Object *child)
{
    const Object *own = w->style ? state_find_same(w->style, child) : NULL;
    const Object *table = w->style ? state_find_same(w->style, child->parent) : NULL;
    if (own || !table)
        return !own || own->in_field;
    guint position = 0;
    for (Object *c; (c = object_child(table, object_kind(child), &position));)
        if (!c->in_field)
            return false;
    return true;
}

GHashTable *import_inlines(const ImportWriter *w, const Object *table, GHashTable *ret_covered)
{
    GHashTable *inlines = g_hash_table_new_full(NULL, NULL, NULL, g_free);
    if (has_inherited(table))
        return inlines;
    for (guint i = 0; table->children && i < table->children->len; i++) {
        Object *child = g_ptr_array_index(table->children, i);
        TakeInline *take = takers[object_kind(child)];
        if (take && !import_name(w, child) && may_stand_in_field(w, child) && take(inlines, child))
            g_hash_table_add(ret_covered, child);
    }
    return inlines;
}

/* ---- columns ---- */

static void put_true(YamlOut *out, const char *key)
{
    yaml_out_set(out, key, yaml_out_plain("true"));
}

static void put_identity(const ImportWriter *w, YamlOut *out, const Column *column)
{
    static const char *const keys[] = {"start",    "increment", "minvalue",
                                       "maxvalue", "cache",     "cycle"};
    const KindInfo *info = column->object.info;
    YamlOut *options = yaml_out_mapping();
    yaml_out_set(options, "generation", yaml_out_text(column->identity));
    for (size_t i = 0; i < G_N_ELEMENTS(keys); i++) {
        const Field *field = kind_field(info, keys[i]);
        if (!field_is_empty(field, column))
            import_field(w, options, &column->object, column, field);
    }
    if (column->identity_sequence.name) {
        g_autofree char *name =
            import_reference(column->object.schema, column->identity_sequence, NULL);
        yaml_out_set(options, "sequence", yaml_out_text(name));
    }
    if (column->identity_comment)
        yaml_out_set(options, "comment", yaml_out_text(column->identity_comment));
    if (column->object.states_grants && column->object.grants.count)
        import_grants(options, &column->object);
    if (yaml_out_count(options) > 1) {
        yaml_out_set(out, "identity", options);
        return;
    }
    yaml_out_free(options);
    yaml_out_set(out, "identity", yaml_out_text(column->identity));
}

static void put_generated(YamlOut *out, const Column *column)
{
    if (!column->generated_virtual) {
        yaml_out_set(out, "generated", yaml_out_text(column->generated));
        return;
    }
    YamlOut *generated = yaml_out_set(out, "generated", yaml_out_mapping());
    yaml_out_set(generated, "expression", yaml_out_text(column->generated));
    put_true(generated, "virtual");
}

static void put_reference(const ImportWriter *w, YamlOut *out, const ForeignKey *key)
{
    static const char *const keys[] = {"on_delete", "on_update", "match", "deferrable"};
    g_autofree char *target =
        import_reference(key->object.schema, key->references, key->referenced_columns.names[0]);
    yaml_out_set(out, "references", yaml_out_text(target));
    for (size_t i = 0; i < G_N_ELEMENTS(keys); i++) {
        const Field *field = kind_field(key->object.info, keys[i]);
        if (!field_is_empty(field, key))
            import_field(w, out, &key->object, key, field);
    }
}

static bool is_in_primary_key(const Object *column)
{
    guint position = 0;
    const KeyConstraint *key =
        (const KeyConstraint *)object_child(column->parent, KIND_PRIMARY_KEY, &position);
    return key && name_list_contains(key->columns, column->name);
}

static void put_value(const ImportWriter *w, YamlOut *out, const Column *column, bool serial)
{
    if (column->generated)
        put_generated(out, column);
    else if (column->identity)
        put_identity(w, out, column);
    else if (column->default_expr && !serial)
        import_default(w, out, "default", column->type, column->default_expr);
}

void import_required(YamlOut *out, const Column *column, bool matters)
{
    g_autofree char *own = default_not_null_name(&column->object);
    bool named = column->not_null_name && strcmp(column->not_null_name, own) != 0;
    if (!column->not_null)
        return;
    if (!named && !column->not_null_no_inherit && !column->not_null_not_valid &&
        !column->not_null_comment) {
        if (matters)
            put_true(out, "required");
        return;
    }
    YamlOut *required = yaml_out_set(out, "required", yaml_out_mapping());
    if (named)
        yaml_out_set(required, "name", yaml_out_text(column->not_null_name));
    if (column->not_null_no_inherit)
        put_true(required, "no_inherit");
    if (column->not_null_not_valid)
        put_true(required, "not_valid");
    if (column->not_null_comment)
        yaml_out_set(required, "comment", yaml_out_text(column->not_null_comment));
}

/* What the model says for the next change. */
static void put_hints(const ImportWriter *w, YamlOut *out, const Column *column)
{
    if (column->using_back) {
        YamlOut *using = yaml_out_set(out, "using", yaml_out_mapping());
        if (column->using_expr)
            yaml_out_set(using, "upgrade", yaml_out_text(column->using_expr));
        yaml_out_set(using, "downgrade", yaml_out_text(column->using_back));
    } else if (column->using_expr) {
        yaml_out_set(out, "using", yaml_out_text(column->using_expr));
    }
    if (column->backfill)
        import_default(w, out, "backfill", column->type, column->backfill);
}

YamlOut *import_column(const ImportWriter *w, const Column *column, const Inline *inlined)
{
    static const char *const done[] = {"type",  "default",    "generated", "virtual", "identity",
                                       "using", "using_back", "backfill",  NULL};
    static const Inline nothing = {0};
    const Object *object = &column->object;
    bool serial = g_hash_table_contains(w->serials, column);
    YamlOut *out = yaml_out_mapping();
    inlined = inlined ? inlined : &nothing;
    if (serial)
        yaml_out_set(out, "type", yaml_out_plain(import_serial_word(column)));
    else
        import_type(w, out, object->schema, column->type);
    if (inlined->primary)
        put_true(out, "primary");
    import_required(out, column,
                    !serial && !column->identity && !is_in_primary_key(&column->object));
    if (inlined->unique)
        put_true(out, "unique");
    put_value(w, out, column, serial);
    if (inlined->check)
        yaml_out_set(out, "check", yaml_out_text(inlined->check->expression));
    if (inlined->reference)
        put_reference(w, out, inlined->reference);
    if (inlined->index)
        put_true(out, "index");
    put_hints(w, out, column);
    import_fields(w, out, object, done);
    yaml_out_shorten(out);
    return out;
}
