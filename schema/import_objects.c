/* Objects as YAML, by their kind's field table. */
#include "schema/import_objects.h"

#include "schema/access.h"
#include "schema/identifier.h"
#include "schema/model_reader.h"
#include "schema/part.h"

#include <string.h>

/* ---- values ---- */

YamlOut *import_names(NameList names)
{
    YamlOut *list = yaml_out_list();
    for (guint i = 0; i < names.count; i++)
        yaml_out_add(list, yaml_out_text(names.names[i]));
    return list;
}

char *import_reference(const char *schema, QualifiedName table, const char *column)
{
    g_autoptr(GString) out = g_string_new(NULL);
    if (table.schema && table.schema != schema) {
        identifier_append_exact(out, table.schema);
        g_string_append_c(out, '.');
    }
    identifier_append_exact(out, table.name);
    if (column) {
        g_string_append_c(out, '.');
        identifier_append_exact(out, column);
    }
    return g_string_free(g_steal_pointer(&out), FALSE);
}

/* Whether the models have an object of this name. */
static bool is_declared(const ImportWriter *w, const char *schema, const char *name)
{
    for (int kind = 0; kind < KIND_COUNT; kind++)
        if ((kind_infos[kind]->flags & KIND_IN_SCHEMA) &&
            state_find(w->state, (Kind)kind, schema, name))
            return true;
    g_autofree char *routine = g_strconcat(schema ? schema : "", ".", name, NULL);
    return g_hash_table_contains(w->routines, routine);
}

/* Without the schema where it is the object's own. What has none is PostgreSQL's own; that must be
 * said where the models have one of the name. */
static YamlOut *reference(const ImportWriter *w, const Object *object, QualifiedName name)
{
    const char *from = object->schema;
    if (!name.schema && (is_declared(w, from, name.name) || is_declared(w, w->schema, name.name) ||
                         is_declared(w, "public", name.name)))
        name.schema = "pg_catalog";
    else if (name.schema == from && !is_declared(w, from, name.name))
        from = NULL; /* an extension's */
    g_autofree char *text = import_reference(from, name, NULL);
    return yaml_out_text(text);
}

/* Whether text can stand without quotes and is no null. */
static bool is_simple(const char *text)
{
    return *text && !strchr("-.", *text) && g_ascii_strcasecmp(text, "null") != 0 &&
           !text[strspn(text, "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_.-")];
}

static YamlOut *options(NameList list)
{
    YamlOut *out = yaml_out_mapping();
    for (guint i = 0; i < list.count; i++) {
        const char *value = strchr(list.names[i], '=');
        g_autofree char *key =
            value ? g_strndup(list.names[i], (gsize)(value - list.names[i])) : NULL;
        value = value ? value + 1 : "";
        yaml_out_set(out, key ? key : list.names[i],
                     is_simple(value) ? yaml_out_plain(value) : yaml_out_text(value));
    }
    return out;
}

/* ---- items ---- */

/* Whether only the first field has a value: then the item is written as that value. */
static bool is_short(const ItemInfo *info, const void *item)
{
    if (field_is_empty(info->fields, item))
        return false;
    for (const Field *f = info->fields + 1; f->key; f++)
        if (field_is_in_models(f) && !field_is_empty(f, item))
            return false;
    return true;
}

static YamlOut *item_out(const ImportWriter *w, const Object *object, const ItemInfo *info,
                         const void *item)
{
    YamlOut *out = yaml_out_mapping();
    for (const Field *f = info->fields; f->key; f++) {
        if (!field_is_in_models(f) || field_is_empty(f, item))
            continue;
        if (info == &index_element_info && strcmp(f->key, "descending") == 0)
            yaml_out_set(out, "order", yaml_out_plain("desc"));
        else
            import_field(w, out, object, item, f);
    }
    return out;
}

static YamlOut *items(const ImportWriter *w, const Object *object, const ItemInfo *info,
                      ItemList list)
{
    YamlOut *out = yaml_out_list();
    for (guint i = 0; i < list.count; i++) {
        const char *item = (const char *)list.items + i * info->size;
        const Field *first = info->fields;
        if (!is_short(info, item))
            yaml_out_add(out, item_out(w, object, info, item));
        else if (first->type == FIELD_OBJECT)
            yaml_out_add(out, reference(w, object, FIELD_REFERENCE(item, first)));
        else
            yaml_out_add(out, yaml_out_text(FIELD_STRING(item, first)));
    }
    return out;
}

/* ---- fields ---- */

void import_field(const ImportWriter *w, YamlOut *out, const Object *object, const void *base,
                  const Field *field)
{
    YamlOut *value;
    switch (field->type) {
    case FIELD_BOOL:
        value = yaml_out_plain("true");
        break;
    case FIELD_INT:
    case FIELD_NUMBER:
        value = yaml_out_plain(FIELD_STRING(base, field));
        break;
    case FIELD_TYPE:
        if (strcmp(field->key, "type") == 0 && base == object)
            import_type(w, out, object->schema, FIELD_STRING(base, field));
        else
            import_type_as(w, out, field->key, object->schema, FIELD_STRING(base, field));
        return;
    case FIELD_OBJECT:
        value = reference(w, object, FIELD_REFERENCE(base, field));
        break;
    case FIELD_NAMES:
    case FIELD_TEXTS:
    case FIELD_CLAUSES:
        value = import_names(FIELD_LIST(base, field));
        break;
    case FIELD_OPTIONS:
        value = options(FIELD_LIST(base, field));
        break;
    case FIELD_ITEMS:
        value = items(w, object, field->item, FIELD_ITEM_LIST(base, field));
        break;
    default:
        value = yaml_out_text(FIELD_STRING(base, field));
    }
    yaml_out_set(out, field->key, value);
}

bool import_has_only(const Object *object, const char *const *keys)
{
    for (const Field *f = object->info->fields; f->key; f++)
        if (!field_is_empty(f, object) && !g_strv_contains(keys, f->key))
            return false;
    return !object->comment && !object->renamed_from.name;
}

void import_grants(YamlOut *out, const Object *object)
{
    const Grant *grant = object->grants.items;
    YamlOut *roles = yaml_out_set(out, "grants", yaml_out_mapping());
    YamlOut *list = NULL;
    YamlOut *withheld = NULL;
    for (guint i = 0; i < object->grants.count; i++) {
        if (grant[i].withheld) {
            withheld = withheld ? withheld : yaml_out_set(out, "withheld", yaml_out_list());
            yaml_out_add(withheld, yaml_out_text(grant[i].privilege));
            continue;
        }
        if (i == 0 || grant[i].role != grant[i - 1].role)
            list = yaml_out_set(roles, grant[i].role, yaml_out_list());
        g_autofree char *column =
            grant[i].column ? g_strdup_printf(" (%s)", grant[i].column) : g_strdup("");
        g_autofree char *text =
            g_strconcat(grant[i].privilege, column, grant[i].grantable ? " with grant option" : "",
                        grant[i].grantor ? " granted by " : "", grant[i].grantor, NULL);
        yaml_out_add(list, yaml_out_text(text));
    }
}

static void import_common(YamlOut *out, const Object *object)
{
    if (object->comment)
        yaml_out_set(out, "comment", yaml_out_text(object->comment));
    if (object->owner && !(object->parent && object->owner == object->parent->owner))
        yaml_out_set(out, "owner", yaml_out_text(object->owner));
    if (object->states_grants && !object->parent)
        import_grants(out, object);
    if (object->renamed_from.name && object->parent) {
        yaml_out_set(out, "renamed_from", yaml_out_text(object->renamed_from.name));
    } else if (object->renamed_from.name) {
        g_autofree char *text = import_reference(object->schema, object->renamed_from, NULL);
        yaml_out_set(out, "renamed_from", yaml_out_text(text));
    }
}

void import_fields(const ImportWriter *w, YamlOut *out, const Object *object,
                   const char *const *done)
{
    for (const Field *f = object->info->fields; f->key; f++)
        if (!field_is_empty(f, object) && !model_field_is_hidden(object->info, f) &&
            !(done && g_strv_contains(done, f->key)))
            import_field(w, out, object, object, f);
    if (object->parent)
        import_common(out, object);
}

/* ---- children ---- */

void import_children(const ImportWriter *w, YamlOut *out, const Object *parent)
{
    for (int kind = 0; kind < KIND_COUNT; kind++) {
        Kind found = KIND_COUNT;
        guint position = 0;
        YamlOut *section = NULL;
        if (kind == KIND_CHECK ||
            !model_is_child_section(parent->info, kind_infos[kind]->plural, &found) ||
            found != (Kind)kind)
            continue;
        for (Object *child; (child = object_child(parent, (Kind)kind, &position));) {
            bool part = part_is_inherited(child) && part_above(w->state, child);
            if (part && import_part_is_implied(w, child))
                continue;
            if (!section)
                section = yaml_out_set(out, kind_infos[kind]->plural, yaml_out_mapping());
            yaml_out_block(section);
            if (part) {
                yaml_out_set(section, child->name, import_part(w, child, false));
                continue;
            }
            YamlOut *value = yaml_out_set(section, child->name, yaml_out_mapping());
            import_fields(w, value, child, NULL);
        }
    }
}

/* ---- documents ---- */

static void import_domain(const ImportWriter *w, YamlOut *out, const Object *object)
{
    static const char *const done[] = {"type", "default", NULL};
    const Domain *domain = (const Domain *)object;
    import_type(w, out, object->schema, domain->type);
    if (domain->default_expr)
        import_default(w, out, "default", domain->type, domain->default_expr);
    import_fields(w, out, object, done);
    import_checks(w, out, object, NULL);
}

static void import_sequence(const ImportWriter *w, YamlOut *out, const Object *object)
{
    const Sequence *sequence = (const Sequence *)object;
    import_fields(w, out, object, NULL);
    if (!sequence->owned_by_table.name)
        return;
    g_autofree char *owner =
        import_reference(object->schema, sequence->owned_by_table, sequence->owned_by_column);
    yaml_out_set(out, "owned_by", yaml_out_text(owner));
}

static const struct {
    Kind kind;
    void (*write)(const ImportWriter *w, YamlOut *out, const Object *object);
} special_kinds[] = {
    {KIND_TABLE, import_table},
    {KIND_DOMAIN, import_domain},
    {KIND_SEQUENCE, import_sequence},
};

YamlOut *import_document(const ImportWriter *w, const Object *object)
{
    YamlOut *out = yaml_out_mapping();
    g_autofree char *key = g_strdelimit(g_strdup(object->info->word), " ", '_');
    yaml_out_set(out, key, yaml_out_text(object->name));
    if (object->schema &&
        (object->schema != w->schema || (object->info->flags & KIND_MAY_BE_IN_SCHEMA)))
        yaml_out_set(out, "schema", yaml_out_text(object->schema));
    import_common(out, object);
    for (size_t i = 0; i < G_N_ELEMENTS(special_kinds); i++) {
        if (special_kinds[i].kind != object_kind(object))
            continue;
        special_kinds[i].write(w, out, object);
        return out;
    }
    import_fields(w, out, object, NULL);
    import_children(w, out, object);
    return out;
}
