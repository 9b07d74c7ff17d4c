/* Models of tables. */
#include "schema/import_objects.h"
#include "schema/inheritance.h"

/* What an inherited column has of its own; NULL: nothing. */
static YamlOut * override(const ImportWriter *w, const Column *column, const Column *above)
{
    static const char *const carried[] = {"storage", "compression"};
    static const char *const done[] = {"type",      "default", "generated",   "virtual", "identity",
                                       "collation", "storage", "compression", NULL};
    const Object *object = &column->object;
    YamlOut *out = yaml_out_mapping();
    guint position = 0;
    const KeyConstraint *key =
        (const KeyConstraint *)object_child(object->parent, KIND_PRIMARY_KEY, &position);
    bool in_key = key && name_list_contains(key->columns, object->name);
    import_required(out, column, !column_hands_down_not_null(above) && !in_key);
    if (!column->default_expr && above->default_expr)
        yaml_out_set(out, "default", yaml_out_plain("null"));
    else if (g_strcmp0(column->default_expr, above->default_expr) != 0)
        import_default(w, out, "default", column->type, column->default_expr);
    for (size_t i = 0; i < G_N_ELEMENTS(carried); i++) {
        const Field *field = kind_field(object->info, carried[i]);
        if (field_equal(field, column, above))
            continue;
        if (field_is_empty(field, column))
            yaml_out_set(out, carried[i], yaml_out_plain("null"));
        else
            import_field(w, out, object, column, field);
    }
    import_fields(w, out, object, done);
    if (yaml_out_count(out))
        return out;
    yaml_out_free(out);
    return NULL;
}

static YamlOut *field_of(const ImportWriter *w, const Column *column, GHashTable *inlines)
{
    if (!column->inherited)
        return import_column(w, column, g_hash_table_lookup(inlines, column->object.name));
    const Object *above = inherited_column(w->state, &column->object);
    return above ? override(w, column, (const Column *)above) : NULL;
}

static void put_fields(const ImportWriter *w, YamlOut *out, const Object *table,
                       GHashTable *inlines)
{
    YamlOut *fields = yaml_out_mapping();
    guint position = 0;
    bool inherits = false;
    for (Object *c; (c = object_child(table, KIND_COLUMN, &position));) {
        YamlOut *field = field_of(w, (const Column *)c, inlines);
        inherits |= ((const Column *)c)->inherited;
        if (field)
            yaml_out_set(fields, c->name, field);
    }
    if (!yaml_out_count(fields) && inherits) {
        yaml_out_free(fields);
        return;
    }
    if (yaml_out_count(fields))
        yaml_out_block(fields);
    yaml_out_set(out, "fields", fields);
}

static void put_replica_identity(YamlOut *out, const Table *table)
{
    if (!table->replica_identity)
        return;
    if (!table->replica_identity_index) {
        yaml_out_set(out, "replica_identity", yaml_out_text(table->replica_identity));
        return;
    }
    YamlOut *mapping = yaml_out_set(out, "replica_identity", yaml_out_mapping());
    yaml_out_set(mapping, "index", yaml_out_text(table->replica_identity_index));
}

void import_table(const ImportWriter *w, YamlOut *out, const Object *object)
{
    static const char *const done[] = {"replica_identity", NULL};
    g_autoptr(GHashTable) covered = g_hash_table_new(NULL, NULL);
    g_autoptr(GHashTable) inlines = import_inlines(w, object, covered);
    put_fields(w, out, object, inlines);
    import_constraints(w, out, object, covered);
    import_children(w, out, object);
    import_fields(w, out, object, done);
    put_replica_identity(out, (const Table *)object);
    if (((const Table *)object)->partition_by && !g_hash_table_contains(w->partitioned, object))
        yaml_out_set(out, "partitions", yaml_out_mapping()); /* none, and none is left alone */
}
