/* Models of tables. */
#include "schema/import_objects.h"

static void put_fields(const ImportWriter *w, YamlOut *out, const Object *table,
                       GHashTable *inlines)
{
    YamlOut *fields = yaml_out_mapping();
    guint position = 0;
    for (Object *c; (c = object_child(table, KIND_COLUMN, &position));)
        if (!((const Column *)c)->inherited)
            yaml_out_set(
                fields, c->name,
                import_column(w, (const Column *)c, g_hash_table_lookup(inlines, c->name)));
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
}
