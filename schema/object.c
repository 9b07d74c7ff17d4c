#include "schema/object.h"

#include "schema/access.h"

#include <string.h>

bool name_list_equal(NameList a, NameList b)
{
    if (a.count != b.count)
        return false;
    for (guint i = 0; i < a.count; i++)
        if (a.names[i] != b.names[i] && strcmp(a.names[i], b.names[i]) != 0)
            return false;
    return true;
}

bool name_list_contains(NameList list, const char *name)
{
    for (guint i = 0; i < list.count; i++)
        if (strcmp(list.names[i], name) == 0)
            return true;
    return false;
}

bool qualified_name_equal(QualifiedName a, QualifiedName b)
{
    return g_strcmp0(a.name, b.name) == 0 && g_strcmp0(a.schema, b.schema) == 0;
}

bool qualified_name_meets(QualifiedName a, QualifiedName b)
{
    return a.name == b.name && (!a.schema || !b.schema || a.schema == b.schema);
}

static bool items_equal(const ItemInfo *item, ItemList a, ItemList b)
{
    if (a.count != b.count)
        return false;
    for (guint i = 0; i < a.count; i++) {
        const char *x = (const char *)a.items + i * item->size;
        const char *y = (const char *)b.items + i * item->size;
        for (const Field *f = item->fields; f->key; f++)
            if (f->effect != CHANGE_IGNORE && !field_equal(f, x, y))
                return false;
    }
    return true;
}

/* How values of each field type are stored decides how they are compared. */
typedef enum Storage {
    STORED_STRING,
    STORED_FLAG,
    STORED_REFERENCE,
    STORED_NAMES,
    STORED_ITEMS
} Storage;

static Storage storage_of(FieldType type)
{
    switch (type) {
    case FIELD_BOOL:
        return STORED_FLAG;
    case FIELD_OBJECT:
        return STORED_REFERENCE;
    case FIELD_NAMES:
    case FIELD_TEXTS:
    case FIELD_CLAUSES:
    case FIELD_OPTIONS:
        return STORED_NAMES;
    case FIELD_ITEMS:
        return STORED_ITEMS;
    default:
        return STORED_STRING;
    }
}

/* Options have no order, though PostgreSQL keeps the one they were given in. */
static bool same_options(NameList a, NameList b)
{
    for (guint i = 0; i < a.count; i++)
        if (!name_list_contains(b, a.names[i]))
            return false;
    return a.count == b.count;
}

bool field_equal(const Field *field, const void *a, const void *b)
{
    switch (storage_of(field->type)) {
    case STORED_FLAG:
        return FIELD_FLAG(a, field) == FIELD_FLAG(b, field);
    case STORED_REFERENCE:
        return qualified_name_equal(FIELD_REFERENCE(a, field), FIELD_REFERENCE(b, field));
    case STORED_NAMES:
        return field->type == FIELD_OPTIONS
                   ? same_options(FIELD_LIST(a, field), FIELD_LIST(b, field))
                   : name_list_equal(FIELD_LIST(a, field), FIELD_LIST(b, field));
    case STORED_ITEMS:
        return items_equal(field->item, FIELD_ITEM_LIST(a, field), FIELD_ITEM_LIST(b, field));
    case STORED_STRING:
        break;
    }
    return g_strcmp0(FIELD_STRING(a, field), FIELD_STRING(b, field)) == 0;
}

bool field_is_empty(const Field *field, const void *base)
{
    switch (storage_of(field->type)) {
    case STORED_FLAG:
        return !FIELD_FLAG(base, field);
    case STORED_REFERENCE:
        return FIELD_REFERENCE(base, field).name == NULL;
    case STORED_NAMES:
        return FIELD_LIST(base, field).count == 0;
    case STORED_ITEMS:
        return FIELD_ITEM_LIST(base, field).count == 0;
    case STORED_STRING:
        break;
    }
    return FIELD_STRING(base, field) == NULL;
}

void field_clear(const Field *field, void *base)
{
    switch (storage_of(field->type)) {
    case STORED_FLAG:
        FIELD_FLAG(base, field) = false;
        break;
    case STORED_REFERENCE:
        FIELD_REFERENCE(base, field) = (QualifiedName){NULL, NULL};
        break;
    case STORED_NAMES:
        FIELD_LIST(base, field) = (NameList){0, NULL};
        break;
    case STORED_ITEMS:
        FIELD_ITEM_LIST(base, field) = (ItemList){0, NULL};
        break;
    case STORED_STRING:
        FIELD_STRING(base, field) = NULL;
        break;
    }
}

bool object_comes_with_comment(const Object *object)
{
    return object_kind(object) == KIND_EXTENSION ||
           (object_kind(object) == KIND_SCHEMA && strcmp(object->name, "public") == 0);
}

guint64 object_difference(const Object *a, const Object *b)
{
    guint64 mask = 0;
    guint64 bit = 1;
    for (const Field *f = a->info->fields; f->key; f++, bit <<= 1)
        if (f->effect != CHANGE_IGNORE && !field_equal(f, a, b))
            mask |= bit;
    if (g_strcmp0(a->comment, b->comment) != 0)
        mask |= CHANGED_COMMENT;
    if (a->owner && b->owner && strcmp(a->owner, b->owner) != 0)
        mask |= CHANGED_OWNER;
    if (a->states_grants && b->states_grants && !items_equal(&grant_info, a->grants, b->grants))
        mask |= CHANGED_GRANTS;
    return mask;
}

const Field *kind_field(const KindInfo *info, const char *key)
{
    for (const Field *f = info->fields; f->key; f++)
        if (strcmp(f->key, key) == 0)
            return f;
    return NULL;
}

guint64 field_mask(const KindInfo *info, const char *key)
{
    const Field *f = kind_field(info, key);
    return f ? G_GUINT64_CONSTANT(1) << (f - info->fields) : 0;
}

const char *kind_article(const KindInfo *info)
{
    return strchr("aeio", *info->word) ? "an" : "a";
}

char *object_title(const Object *object)
{
    GString *title = g_string_new(NULL);
    if (object->schema && strcmp(object->schema, "public") != 0)
        g_string_append_printf(title, "%s.", object->schema);
    if (object->parent)
        g_string_append_printf(title, "%s.", object->parent->name);
    g_string_append(title, object->name);
    if (object->arguments)
        g_string_append_printf(title, "(%s)", object->arguments);
    return g_string_free(title, FALSE);
}

int object_compare(const Object *a, const Object *b)
{
    int order = (int)object_kind(a) - (int)object_kind(b);
    if (order == 0)
        order = g_strcmp0(a->schema, b->schema);
    if (order == 0 && a->parent && b->parent)
        order = g_strcmp0(a->parent->name, b->parent->name);
    if (order == 0)
        order = strcmp(a->name, b->name);
    return order ? order : g_strcmp0(a->arguments, b->arguments);
}
