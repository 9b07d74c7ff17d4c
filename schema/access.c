#include "schema/access.h"
#include "schema/field_table.h"

#include <string.h>

static const Field grant_fields[] = {
    FIELD("role", Grant, role, NAME, ALTER, "role, or public"),
    FIELD("privilege", Grant, privilege, NAME, ALTER, "select, execute …"),
    FIELD("column", Grant, column, NAME, ALTER, "column, where not the whole object"),
    FIELD("grantable", Grant, grantable, BOOL, ALTER, "with grant option"),
    FIELDS_END,
};

const ItemInfo grant_info = {sizeof(Grant), grant_fields};

static gint by_role(gconstpointer a, gconstpointer b)
{
    const Grant *x = a;
    const Grant *y = b;
    int order = strcmp(x->role, y->role);
    if (order == 0)
        order = g_strcmp0(x->column, y->column);
    return order ? order : strcmp(x->privilege, y->privilege);
}

ItemList grants_from(State *state, GArray *grants)
{
    ItemList list = state_items(state, &grant_info, grants->len);
    g_array_sort(grants, by_role);
    if (grants->len)
        memcpy(list.items, grants->data, grants->len * sizeof(Grant));
    return list;
}

void access_forget(State *state, const State *other, bool owners, bool grants)
{
    for (guint i = 0; i < state->objects->len; i++) {
        Object *object = g_ptr_array_index(state->objects, i);
        const Object *same = other ? state_find_same(other, object) : NULL;
        if (owners && !(same && same->owner))
            object->owner = NULL;
        if (grants && !(same && same->states_grants)) {
            object->grants = (ItemList){0, NULL};
            object->states_grants = false;
        }
    }
}
