/* Renames that nobody has told of. */
#include "diff/compare.h"
#include "diff/diff.h"
#include "schema/kinds.h"
#include "schema/suggest.h"
#include "schema/table.h"

/* How much of two objects is the same, in hundredths; 0: they are not alike. Of pairs that are as
 * much alike, the one whose names are closer counts. */
typedef struct Likeness {
    guint same;
    guint distance;
} Likeness;

#define NOT_ALIKE ((Likeness){0, G_MAXUINT})
#define ENOUGH    75 /* more than that of the columns of both: many tables have an id and the like */

/* Columns of its own: what it has from the tables above says nothing of it. */
static guint own_columns(const Object *table)
{
    guint count = 0;
    guint position = 0;
    for (const Object *c; (c = object_child(table, KIND_COLUMN, &position));)
        count += !((const Column *)c)->inherited;
    return count;
}

static guint same_columns(const Object *from, const Object *to)
{
    guint same = 0;
    guint position = 0;
    for (const Object *column; (column = object_child(from, KIND_COLUMN, &position));) {
        guint at = 0;
        for (const Object *other; (other = object_child(to, KIND_COLUMN, &at));)
            same += other->name == column->name && !((const Column *)column)->inherited &&
                    compare_objects(column, other) == 0;
    }
    return same;
}

/* Partitions are known by the rows that they hold. */
static guint likeness_of_tables(const Object *from, const Object *to)
{
    const Table *a = (const Table *)from;
    const Table *b = (const Table *)to;
    if (!qualified_name_equal(a->partition_of, b->partition_of))
        return 0;
    if (a->partition_of.name)
        return g_strcmp0(a->values, b->values) == 0 ? 100 : 0;
    guint same = same_columns(from, to);
    guint all = own_columns(from) + own_columns(to) - same;
    return all > 1 && same * 100 > all * ENOUGH ? same * 100 / all : 0;
}

static Likeness likeness(const Match *match, const Object *from, const Object *to)
{
    bool placed = to->parent ? match_from(match, to->parent) == from->parent : !from->parent;
    if (object_kind(from) != object_kind(to) || !placed)
        return NOT_ALIKE;
    guint same = 0;
    if (object_kind(from) == KIND_TABLE)
        same = likeness_of_tables(from, to);
    else if (compare_objects(from, to) == 0)
        same = 100;
    return same ? (Likeness){same, suggest_distance(from->name, to->name, G_MAXUINT8)} : NOT_ALIKE;
}

static bool is_better(Likeness a, Likeness b)
{
    return a.same > b.same || (a.same == b.same && a.distance < b.distance);
}

/* Whether it has no partner and did not go or come with its table. */
static bool is_gone(const Match *match, const Object *from)
{
    return !match_to(match, from) && !match_left_alone(match, from) &&
           !(from->parent && !match_to(match, from->parent));
}

static bool has_come(const Match *match, const Object *to)
{
    return !match_from(match, to) && !(to->parent && !match_from(match, to->parent));
}

/* Tables and columns of the one state of which that holds. */
static GPtrArray *left_over(const Match *match, const State *state,
                            bool (*holds)(const Match *match, const Object *object))
{
    GPtrArray *left = g_ptr_array_new();
    for (guint i = 0; i < state->objects->len; i++) {
        Object *object = g_ptr_array_index(state->objects, i);
        Kind kind = object_kind(object);
        if ((kind == KIND_COLUMN || kind == KIND_TABLE) && holds(match, object))
            g_ptr_array_add(left, object);
    }
    return left;
}

static Object *best_for(const Match *match, const Object *object, const GPtrArray *others,
                        bool is_from)
{
    Object *best = NULL;
    Likeness most = NOT_ALIKE;
    for (guint i = 0; i < others->len; i++) {
        Object *other = g_ptr_array_index(others, i);
        Likeness now = is_from ? likeness(match, object, other) : likeness(match, other, object);
        if (is_better(now, most)) {
            best = other;
            most = now;
        }
    }
    return best;
}

/* Each is the best for the other. */
GArray *comparison_rename_candidates(const Comparison *comparison)
{
    const Match *match = comparison->match;
    GArray *candidates = g_array_new(FALSE, FALSE, sizeof(RenameCandidate));
    g_autoptr(GPtrArray) gone = left_over(match, match->renamed, is_gone);
    g_autoptr(GPtrArray) come = left_over(match, match->to, has_come);
    for (guint i = 0; i < gone->len; i++) {
        const Object *from = g_ptr_array_index(gone, i);
        Object *to = best_for(match, from, come, true);
        if (!to || best_for(match, to, gone, false) != from)
            continue;
        RenameCandidate candidate = {from, to};
        g_array_append_val(candidates, candidate);
    }
    return candidates;
}
