/* Deep copies of states. */
#include "schema/access.h"
#include "schema/state.h"

#include <string.h>

static void copy_fields(State *to, const Field *fields, void *base);

static void copy_names(State *to, NameList *list, bool interned)
{
    const char **names = state_alloc(to, list->count * sizeof *names);
    for (guint i = 0; i < list->count; i++)
        names[i] = interned ? list->names[i] : state_text(to, list->names[i]);
    list->names = names;
}

static void copy_items(State *to, const ItemInfo *item, ItemList *list)
{
    ItemList copy = state_items(to, item, list->count);
    if (list->count)
        memcpy(copy.items, list->items, item->size * list->count);
    for (guint i = 0; i < copy.count; i++)
        copy_fields(to, item->fields, (char *)copy.items + i * item->size);
    *list = copy;
}

/* `base` is a flat copy whose pointers still lead into the old state's memory. */
static void copy_fields(State *to, const Field *fields, void *base)
{
    for (const Field *f = fields; f->key; f++) {
        switch (f->type) {
        case FIELD_BOOL:
        case FIELD_NAME:
        case FIELD_OBJECT:
            break;
        case FIELD_NAMES:
            copy_names(to, &FIELD_LIST(base, f), true);
            break;
        case FIELD_TEXTS:
        case FIELD_CLAUSES:
        case FIELD_OPTIONS:
            copy_names(to, &FIELD_LIST(base, f), false);
            break;
        case FIELD_ITEMS:
            copy_items(to, f->item, &FIELD_ITEM_LIST(base, f));
            break;
        default:
            FIELD_STRING(base, f) = state_text(to, FIELD_STRING(base, f));
        }
    }
}

/* NULL when the identity is taken. */
static Object *copy_object(State *to, Object *parent, const Object *from)
{
    Object *copy =
        state_add(to, object_kind(from), parent, from->schema, from->name, from->arguments);
    if (!copy)
        return NULL;
    Object head = *copy;
    memcpy(copy, from, from->info->size);
    copy->parent = head.parent;
    copy->children = head.children;
    copy->index = head.index;
    copy->comment = state_text(to, from->comment);
    copy->place.file = state_text(to, from->place.file);
    copy_fields(to, from->info->fields, copy);
    copy_items(to, &grant_info, &copy->grants);
    return copy;
}

static void copy_tree(State *to, Object *parent, const Object *from)
{
    Object *copy = copy_object(to, parent, from);
    for (guint i = 0; copy && from->children && i < from->children->len; i++)
        copy_tree(to, copy, g_ptr_array_index(from->children, i));
}

void state_add_copy(State *state, const Object *object)
{
    copy_tree(state, NULL, object);
}

/* Objects that stand aside have no place among the others. */
static Object *copy_aside(State *to, const Object *from)
{
    Object *copy = state_alloc(to, from->info->size);
    memcpy(copy, from, from->info->size);
    copy_fields(to, from->info->fields, copy);
    copy_items(to, &grant_info, &copy->grants);
    return copy;
}

State *state_copy(const State *state)
{
    State *to = state_new(state->origin);
    to->server_version = state->server_version;
    for (guint i = 0; i < state->objects->len; i++) {
        const Object *from = g_ptr_array_index(state->objects, i);
        /* A parent stands before its children, in the copy at the same place. */
        Object *parent = from->parent ? g_ptr_array_index(to->objects, from->parent->index) : NULL;
        copy_object(to, parent, from);
    }
    for (guint i = 0; i < state->unmanaged->len; i++) {
        Unmanaged u = g_array_index(state->unmanaged, Unmanaged, i);
        u.what = state_text(to, u.what);
        u.name = state_text(to, u.name);
        g_array_append_val(to->unmanaged, u);
    }
    for (guint i = 0; i < state->aside->len; i++)
        g_ptr_array_add(to->aside, copy_aside(to, g_ptr_array_index(state->aside, i)));
    return to;
}
