#include "schema/inheritance.h"

Object *inheritance_parent(const State *state, const Object *table, guint *position)
{
    const Table *child = (const Table *)table;
    const Parent *parents = child->inherits.items;
    if (child->partition_of.name) {
        if ((*position)++ > 0)
            return NULL;
        return state_find(state, KIND_TABLE, child->partition_of.schema, child->partition_of.name);
    }
    while (*position < child->inherits.count) {
        QualifiedName name = parents[(*position)++].table;
        Object *parent = state_find(state, KIND_TABLE, name.schema, name.name);
        if (parent)
            return parent;
    }
    return NULL;
}

bool is_child_of(const State *state, const Object *table, const Object *parent)
{
    guint position = 0;
    for (const Object *p; (p = inheritance_parent(state, table, &position));)
        if (p == parent)
            return true;
    return false;
}

Object *inherited_column(const State *state, const Object *column)
{
    guint position = 0;
    if (!column->parent || object_kind(column->parent) != KIND_TABLE)
        return NULL;
    for (Object *parent; (parent = inheritance_parent(state, column->parent, &position));) {
        Object *found = state_find_child(state, KIND_COLUMN, parent, column->name);
        if (found)
            return found;
    }
    return NULL;
}

bool is_partition_within(const State *state, const Object *table, const Object *ancestor)
{
    guint position = 0;
    const Object *parent = table;
    while (parent && ((const Table *)parent)->partition_of.name) {
        position = 0;
        parent = inheritance_parent(state, parent, &position);
        if (parent == ancestor)
            return true;
    }
    return false;
}
