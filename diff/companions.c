/* Objects that come or go with another one whose children they are not. */
#include "diff/planner.h"
#include "schema/kinds.h"

#include <string.h>

/* The column that owns a sequence, which goes with it. */
static const Object *owner_that_goes(const Planner *planner, const Object *from)
{
    const Sequence *sequence = (const Sequence *)from;
    if (!sequence->owned_by_column)
        return NULL;
    const Object *table = state_find(planner->from, KIND_TABLE, sequence->owned_by_table.schema,
                                     sequence->owned_by_table.name);
    const Object *column =
        table ? state_find_child(planner->from, KIND_COLUMN, table, sequence->owned_by_column)
              : NULL;
    return column && (planner_goes(planner, column) || planner_goes(planner, table)) ? column
                                                                                     : NULL;
}

const Object *planner_canonical(const Dependencies *needs, const Object *range)
{
    const GArray *of = object_kind(range) == KIND_RANGE ? needs->of[range->index] : NULL;
    for (guint i = 0; of && i < of->len; i++) {
        const Dependency *need = &g_array_index(of, Dependency, i);
        if (need->via && strcmp(need->via->key, "canonical") == 0 &&
            object_kind(need->on) == KIND_FUNCTION &&
            ((const Routine *)need->on)->arguments.count == 1 &&
            dependency_find(needs, need->on, range))
            return need->on;
    }
    return NULL;
}

/* The range that a function is the canonical one of. */
static const Object *range_of(const Dependencies *needs, const Object *function)
{
    const GArray *of = needs->of[function->index];
    for (guint i = 0; of && i < of->len; i++) {
        const Object *on = g_array_index(of, Dependency, i).on;
        if (planner_canonical(needs, on) == function)
            return on;
    }
    return NULL;
}

static bool has_new_form(const Planner *planner, const Object *from)
{
    return planner_goes(planner, from) || planner->destiny[from->index].fate == FATE_RETIRE;
}

const Object *planner_companion_create(const Planner *planner, const Object *to)
{
    const Object *range = object_kind(to) == KIND_FUNCTION ? range_of(planner->to_needs, to) : NULL;
    const Object *from = range ? match_from(planner->match, range) : NULL;
    return range && (!from || has_new_form(planner, from)) ? range : NULL;
}

const Object *planner_companion_drop(const Planner *planner, const Object *from)
{
    if (object_kind(from) == KIND_SEQUENCE)
        return owner_that_goes(planner, from);
    const Object *range =
        object_kind(from) == KIND_FUNCTION ? range_of(planner->from_needs, from) : NULL;
    return range && has_new_form(planner, range) ? range : NULL;
}
