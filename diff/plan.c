#include "diff/change.h"

#include "schema/identifier.h"

Plan *plan_new(const State *from, const State *to)
{
    Plan *plan = g_new0(Plan, 1);
    plan->changes = g_ptr_array_new_with_free_func(g_free);
    plan->from = from;
    plan->to = to;
    return plan;
}

void plan_free(Plan *plan)
{
    if (!plan)
        return;
    g_ptr_array_unref(plan->changes);
    state_free(plan->own_renamed);
    state_free(plan->own_to);
    g_free(plan);
}

const Object *change_object(const Change *change)
{
    return change->to ? change->to : change->from;
}

bool change_has(const Change *change, const char *key)
{
    return (change->mask & field_mask(change_object(change)->info, key)) != 0;
}

char *retired_name(const Object *type)
{
    static const char suffix[] = "__retired";
    gsize length = identifier_clip(type->name, IDENTIFIER_LIMIT - (sizeof suffix - 1));
    return g_strdup_printf("%.*s%s", (int)length, type->name, suffix);
}
