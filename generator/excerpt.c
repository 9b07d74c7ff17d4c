#include "generator/excerpt.h"

#include "diff/depend.h"
#include "schema/inheritance.h"
#include "schema/kinds.h"
#include "schema/part.h"

/* One state and which of its objects are taken. */
typedef struct Side {
    const State *state;
    Dependencies *needs;
    bool *taken; /* by index */
} Side;

static void take(Side *side, const Object *object);

static void take_needs(Side *side, const Object *object)
{
    const GArray *needs = side->needs->of[object->index];
    for (guint i = 0; needs && i < needs->len; i++)
        take(side, g_array_index(needs, Dependency, i).on);
}

/* The partitions of a table, which have parts of its indexes. */
static void take_partitions(Side *side, const Object *table)
{
    const GPtrArray *dependents = side->needs->dependents[table->index];
    for (guint i = 0; dependents && i < dependents->len; i++) {
        const Object *object = g_ptr_array_index(dependents, i);
        if (object_kind(object) != KIND_TABLE || !is_partition_within(side->state, object, table))
            continue;
        take(side, object);
        take_partitions(side, object);
    }
}

/* An object comes with its parent, and a parent with all of its children. */
static void take(Side *side, const Object *object)
{
    while (object->parent)
        object = object->parent;
    if (side->taken[object->index])
        return;
    side->taken[object->index] = true;
    take_needs(side, object);
    for (guint i = 0; object->children && i < object->children->len; i++) {
        const Object *child = g_ptr_array_index(object->children, i);
        side->taken[child->index] = true;
        take_needs(side, child);
        if (part_is_only(child)) /* without the partitions it would be valid */
            take_partitions(side, object);
    }
}

/* The tables that have parts of an object, which a rename goes on to. */
static void take_parts(Side *side, const Object *object)
{
    g_autoptr(GPtrArray) parts = parts_of(side->state, object);
    for (guint i = 0; i < parts->len; i++) {
        take(side, g_ptr_array_index(parts, i));
        take_parts(side, g_ptr_array_index(parts, i));
    }
}

/* What a change is about: of an index also the tables that have parts of it. */
static void take_changed(Side *side, const Object *object)
{
    take(side, object);
    if (object->parent && kind_attaches(object_kind(object)))
        take_partitions(side, object->parent);
    else if (object->parent)
        take_parts(side, object);
}

/* Objects of the other side that are the same ones. */
static bool take_partners(Side *side, const Side *other, bool other_is_from, const Match *match)
{
    bool more = false;
    for (guint i = 0; i < other->state->objects->len; i++) {
        const Object *object = other_is_from
                                   ? (const Object *)g_ptr_array_index(match->renamed->objects, i)
                                   : (const Object *)g_ptr_array_index(other->state->objects, i);
        if (!other->taken[i] || object->parent)
            continue;
        const Object *partner = other_is_from ? match_to(match, object) : match_from(match, object);
        if (partner && !side->taken[partner->index]) {
            take(side, g_ptr_array_index(side->state->objects, partner->index));
            more = true;
        }
    }
    return more;
}

/* The object of the old state that a change begins with; objects that the plan made up for a step
 * in between (a sequence that nobody owns yet) are none. */
static const Object *old_object(const Side *from, const Change *change)
{
    if (!change->from || change->from->index >= from->state->objects->len)
        return NULL;
    const Object *object = g_ptr_array_index(from->state->objects, change->from->index);
    return object->info == change->from->info ? object : NULL;
}

/* The plan of the way back knows the old state by a copy. */
static void take_like(Side *side, const Object *object)
{
    const Object *same = state_find_same(side->state, object->parent ? object->parent : object);
    const Object *child =
        same && object->parent
            ? state_find_child(side->state, object_kind(object), same, object->name)
            : NULL;
    if (same)
        take_changed(side, child ? child : same);
}

static void take_changes(Side *from, Side *to, const Plan *plan)
{
    for (guint i = 0; i < plan->changes->len; i++) {
        const Change *change = g_ptr_array_index(plan->changes, i);
        /* what a change completes is an object of the new state alone */
        const Object *old = change->completes ? NULL : old_object(from, change);
        if (old)
            take_changed(from, old);
        if (change->op == CHANGE_OP_CREATE || change->completes)
            take_like(to, change->to);
    }
}

/* What extensions bring is used without being declared. */
static void take_extensions(Side *side)
{
    for (guint i = 0; i < side->state->objects->len; i++) {
        const Object *object = g_ptr_array_index(side->state->objects, i);
        if (object_kind(object) == KIND_EXTENSION)
            take(side, object);
    }
}

static State *cut(const Side *side)
{
    State *copy = state_copy(side->state);
    g_autoptr(GPtrArray) others = g_ptr_array_new();
    for (guint i = 0; i < copy->objects->len; i++) {
        Object *object = g_ptr_array_index(copy->objects, i);
        if (!object->parent && !side->taken[i])
            g_ptr_array_add(others, object);
    }
    state_remove_all(copy, others);
    return copy;
}

static Side side_new(const State *state)
{
    return (Side){state, dependencies_new(state), g_new0(bool, state->objects->len + 1)};
}

static void side_clear(Side *side)
{
    dependencies_free(side->needs);
    g_free(side->taken);
}

void excerpt_states(const Proposal *proposal, State **ret_from, State **ret_to)
{
    const Match *match = proposal->comparison->match;
    Side from = side_new(proposal->from);
    Side to = side_new(proposal->to);
    take_changes(&from, &to, proposal->up);
    take_changes(&to, &from, proposal->down);
    take_extensions(&from);
    take_extensions(&to);
    bool more = true;
    while (more) {
        more = take_partners(&to, &from, true, match);
        more |= take_partners(&from, &to, false, match);
    }
    *ret_from = cut(&from);
    *ret_to = cut(&to);
    side_clear(&from);
    side_clear(&to);
}

void excerpt_drop_implied(State *state, const State *wanted)
{
    Object *schema = state_find(state, KIND_SCHEMA, NULL, "public");
    if (schema && !state_find(wanted, KIND_SCHEMA, NULL, "public"))
        state_remove(state, schema);
}
