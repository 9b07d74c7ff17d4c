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

/* ---- order ---- */

typedef struct Placed {
    Object *object;
    guint number;
    Place place; /* in the models that the text is to look like; line 0: not in them */
} Placed;

static gint by_place(gconstpointer a, gconstpointer b)
{
    const Placed *left = a;
    const Placed *right = b;
    if ((left->place.line == 0) != (right->place.line == 0))
        return left->place.line == 0 ? 1 : -1;
    if (left->place.line != right->place.line)
        return left->place.line < right->place.line ? -1 : 1;
    if (left->place.column != right->place.column)
        return left->place.column < right->place.column ? -1 : 1;
    return left->number < right->number ? -1 : 1;
}

/* Children of a kind that stand in a section, in the order in which models have them. */
static GPtrArray *children_of(const ImportWriter *w, const Object *parent, GHashTable *covered,
                              Kind kind)
{
    g_autoptr(GArray) placed = g_array_new(FALSE, FALSE, sizeof(Placed));
    guint position = 0;
    for (Object *child; (child = object_child(parent, kind, &position));) {
        if (is_covered(w, covered, child))
            continue;
        const Object *own = w->style ? state_find_same(w->style, child) : NULL;
        Placed one = {child, placed->len, own ? own->place : PLACE_NONE};
        g_array_append_val(placed, one);
    }
    g_array_sort(placed, by_place);
    GPtrArray *children = g_ptr_array_new();
    for (guint i = 0; i < placed->len; i++)
        g_ptr_array_add(children, g_array_index(placed, Placed, i).object);
    return children;
}

static void add_item(const ImportWriter *w, YamlOut *section, const Object *child, YamlOut *item)
{
    const Object *own = w->style ? state_find_same(w->style, child) : NULL;
    yaml_out_add(section, item);
    if (own)
        yaml_out_set_place(item, own->place.line, own->place.column);
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

/* Whether models have names for all checks in the section of this table or domain. */
static bool names_checks(const ImportWriter *w, const Object *parent)
{
    const Object *own = w->style ? state_find_same(w->style, parent) : NULL;
    bool named = false;
    guint position = 0;
    for (const Object *c; own && (c = object_child(own, KIND_CHECK, &position));) {
        if (!c->in_field && c->name_implied)
            return false;
        named = named || !c->in_field;
    }
    return named;
}

/* A mapping of names; a list when one has none, unless the models name all that they have. */
void import_checks(const ImportWriter *w, YamlOut *out, const Object *parent, GHashTable *covered)
{
    g_autoptr(GPtrArray) checks = children_of(w, parent, covered, KIND_CHECK);
    bool style = names_checks(w, parent);
    bool all_named = true;
    for (guint i = 0; i < checks->len; i++) {
        const Object *check = g_ptr_array_index(checks, i);
        all_named = all_named && (style || import_name(w, check) || part_is_inherited(check));
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
            add_item(w, section, check, check_out(w, check, false));
    }
}

/* ---- sections ---- */

static void put_list(const ImportWriter *w, YamlOut *out, const Object *table, GHashTable *covered,
                     Kind kind, const char *key,
                     YamlOut *(*write)(const ImportWriter *w, const Object *object))
{
    g_autoptr(GPtrArray) children = children_of(w, table, covered, kind);
    if (children->len == 0)
        return;
    YamlOut *section = yaml_out_set(out, key, yaml_out_list());
    yaml_out_block(section);
    for (guint i = 0; i < children->len; i++) {
        const Object *child = g_ptr_array_index(children, i);
        add_item(w, section, child,
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
