/* Sections of models: constraints and indexes that do not stand in fields. */
#include "schema/identifier.h"
#include "schema/import_objects.h"
#include "schema/part.h"

#include <string.h>

const char *import_name(const ImportWriter *w, const Object *object)
{
    const Naming *naming = w->options ? w->options->naming : NULL;
    g_autofree char *name = naming_name(naming, object, NULL);
    bool given =
        name ? g_strcmp0(name, object->name) == 0 : default_name_is_given(w->names, object);
    return given ? NULL : object->name;
}

static void put_name(const ImportWriter *w, YamlOut *out, const Object *object)
{
    const char *name = import_name(w, object);
    if (name)
        yaml_out_set(out, "name", yaml_out_text(name));
}

static bool is_covered(const ImportWriter *w, GHashTable *covered, const Object *child)
{
    return (covered && g_hash_table_contains(covered, child)) ||
           (part_is_inherited(child) && import_part_is_implied(w, child));
}

/* ---- keys ---- */

/* A list of columns where that says it all, else a mapping. */
static YamlOut *key_out(const ImportWriter *w, const Object *object)
{
    static const char *const only[] = {"fields", NULL};
    if (!import_name(w, object) && import_has_only(object, only))
        return import_names(((const KeyConstraint *)object)->columns);
    YamlOut *out = yaml_out_mapping();
    put_name(w, out, object);
    import_fields(w, out, object, NULL);
    return out;
}

/* `teams(tenant_id, id)` */
static YamlOut *target_out(const ForeignKey *key)
{
    g_autofree char *table = import_reference(key->object.schema, key->references, NULL);
    g_autoptr(GString) text = g_string_new(table);
    g_string_append_c(text, '(');
    for (guint i = 0; i < key->referenced_columns.count; i++) {
        if (i)
            g_string_append(text, ", ");
        identifier_append_exact(text, key->referenced_columns.names[i]);
    }
    g_string_append_c(text, ')');
    return yaml_out_text(text->str);
}

static YamlOut *foreign_key_out(const ImportWriter *w, const Object *object)
{
    static const char *const done[] = {"fields", "references", "referenced_fields", NULL};
    const ForeignKey *key = (const ForeignKey *)object;
    YamlOut *out = yaml_out_mapping();
    put_name(w, out, object);
    yaml_out_set(out, "fields", import_names(key->columns));
    yaml_out_set(out, "references", target_out(key));
    import_fields(w, out, object, done);
    return out;
}

static YamlOut *plain_out(const ImportWriter *w, const Object *object)
{
    YamlOut *out = yaml_out_mapping();
    put_name(w, out, object);
    import_fields(w, out, object, NULL);
    return out;
}

/* A list of columns where that says it all. */
static YamlOut *index_out(const ImportWriter *w, const Object *object)
{
    static const char *const only[] = {"fields", NULL};
    const Field *fields = kind_field(object->info, "fields");
    if (import_name(w, object) || !import_has_only(object, only))
        return plain_out(w, object);
    g_autoptr(YamlOut) holder = yaml_out_mapping();
    import_field(w, holder, object, object, fields);
    return yaml_out_take(holder, 0);
}

/* ---- checks ---- */

static YamlOut *check_out(const ImportWriter *w, const Object *object, bool named)
{
    static const char *const only[] = {"expression", NULL};
    const Check *check = (const Check *)object;
    bool nameless = named || !import_name(w, object);
    if (part_is_inherited(object) && part_above(w->state, object))
        return import_part(w, object, !named);
    if (nameless && import_has_only(object, only))
        return yaml_out_text(check->expression);
    YamlOut *out = yaml_out_mapping();
    if (!named)
        put_name(w, out, object);
    import_fields(w, out, object, NULL);
    return out;
}

/* A mapping of names; a list when one has none. */
void import_checks(const ImportWriter *w, YamlOut *out, const Object *parent, GHashTable *covered)
{
    g_autoptr(GPtrArray) checks = g_ptr_array_new();
    bool all_named = true;
    guint position = 0;
    for (Object *c; (c = object_child(parent, KIND_CHECK, &position));) {
        if (is_covered(w, covered, c))
            continue;
        g_ptr_array_add(checks, c);
        all_named = all_named && (import_name(w, c) || part_is_inherited(c));
    }
    if (checks->len == 0)
        return;
    YamlOut *section =
        yaml_out_set(out, "checks", all_named ? yaml_out_mapping() : yaml_out_list());
    yaml_out_block(section);
    for (guint i = 0; i < checks->len; i++) {
        const Object *check = g_ptr_array_index(checks, i);
        if (all_named)
            yaml_out_set(section, check->name, check_out(w, check, true));
        else
            yaml_out_add(section, check_out(w, check, false));
    }
}

/* ---- sections ---- */

static void put_list(const ImportWriter *w, YamlOut *out, const Object *table, GHashTable *covered,
                     Kind kind, const char *key,
                     YamlOut *(*write)(const ImportWriter *w, const Object *object))
{
    YamlOut *section = NULL;
    guint position = 0;
    for (Object *child; (child = object_child(table, kind, &position));) {
        if (is_covered(w, covered, child))
            continue;
        if (!section)
            section = yaml_out_set(out, key, yaml_out_list());
        yaml_out_block(section);
        yaml_out_add(section,
                     part_attached_to(child) ? import_part(w, child, false) : write(w, child));
    }
}

void import_constraints(const ImportWriter *w, YamlOut *out, const Object *table,
                        GHashTable *covered)
{
    guint position = 0;
    const Object *primary = object_child(table, KIND_PRIMARY_KEY, &position);
    if (primary && !is_covered(w, covered, primary))
        yaml_out_set(out, "primary_key",
                     part_attached_to(primary) ? import_part(w, primary, false)
                                               : key_out(w, primary));
    put_list(w, out, table, covered, KIND_UNIQUE, "unique", key_out);
    import_checks(w, out, table, covered);
    put_list(w, out, table, covered, KIND_FOREIGN_KEY, "foreign_keys", foreign_key_out);
    put_list(w, out, table, covered, KIND_EXCLUSION, "exclude", plain_out);
    put_list(w, out, table, covered, KIND_INDEX, "indexes", index_out);
}
