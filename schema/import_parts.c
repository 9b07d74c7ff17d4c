/* Indexes and keys of partitions: only what is not as in the table above is written. */
#include "schema/import_objects.h"
#include "schema/part.h"

#include <string.h>

/* Statistics targets of expressions are not handed down. */
static bool has_statistics(const Field *field, const Object *object)
{
    if (field->type != FIELD_ITEMS)
        return false;
    ItemList list = FIELD_ITEM_LIST(object, field);
    const IndexElement *elements = list.items;
    for (guint i = 0; i < list.count; i++)
        if (elements[i].statistics)
            return true;
    return false;
}

static bool is_handed_down(const Field *field, const Object *part, const Object *above)
{
    if (part_field_is_own(field))
        return field_is_empty(field, part);
    if (has_statistics(field, part))
        return false;
    return field->type == FIELD_ITEMS
               ? index_elements_alike(FIELD_ITEM_LIST(part, field), FIELD_ITEM_LIST(above, field))
               : field_equal(field, part, above);
}

/* A key that is part of a plain index shares only its columns with it. */
static const Object *like(const ImportWriter *w, const Object *part)
{
    const Object *above = part_above(w->state, part);
    return above && above->info == part->info ? above : NULL;
}

/* The name that has to be written, or NULL: what is no index has the name of the one above. */
static const char *name_of(const ImportWriter *w, const Object *part, const Object *above)
{
    if (kind_attaches(object_kind(part)))
        return import_name(w, part);
    return above && above->name == part->name ? NULL : part->name;
}

/* Of what is only on the table above, partitions have nothing that their models do not attach. */
bool import_part_is_implied(const ImportWriter *w, const Object *part)
{
    const Object *above = like(w, part);
    if (!above || part_is_only(above) || name_of(w, part, above) || part->comment)
        return false;
    for (const Field *f = part->info->fields; f->key; f++)
        if (g_strcmp0(f->key, "attached_to") != 0 && strcmp(f->key, "inherited") != 0 &&
            !is_handed_down(f, part, above))
            return false;
    return true;
}

YamlOut *import_part(const ImportWriter *w, const Object *part, bool named)
{
    const Object *above = like(w, part);
    const char *name = named ? part->name : name_of(w, part, above);
    YamlOut *out = yaml_out_mapping();
    g_autoptr(GPtrArray) done = g_ptr_array_new();
    g_ptr_array_add(done, (gpointer) "attached_to");
    if (name)
        yaml_out_set(out, "name", yaml_out_text(name));
    if (part_attached_to(part))
        yaml_out_set(out, "attached_to", yaml_out_text(part_attached_to(part)));
    for (const Field *f = part->info->fields; above && f->key; f++) {
        if (!is_handed_down(f, part, above) && field_is_empty(f, part))
            yaml_out_set(out, f->key, yaml_out_plain("null"));
        else if (is_handed_down(f, part, above))
            g_ptr_array_add(done, (gpointer)f->key);
    }
    g_ptr_array_add(done, NULL);
    import_fields(w, out, part, (const char *const *)done->pdata);
    return out;
}
