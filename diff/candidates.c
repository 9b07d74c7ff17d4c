/* Renames that nobody has told of. */
#include "diff/compare.h"
#include "diff/diff.h"
#include "schema/kinds.h"

/* Tables are alike when more than half of the columns are. */
static bool tables_alike(const Object *from, const Object *to)
{
    guint same = 0;
    guint all = 0;
    guint position = 0;
    for (const Object *column; (column = object_child(from, KIND_COLUMN, &position)); all++) {
        guint at = 0;
        for (const Object *other; (other = object_child(to, KIND_COLUMN, &at));)
            if (other->name == column->name && compare_objects(column, other) == 0)
                same++;
    }
    return all > 1 && same * 2 > all;
}

static bool alike(const Object *from, const Object *to)
{
    if (object_kind(from) != object_kind(to))
        return false;
    return object_kind(from) == KIND_COLUMN ? compare_objects(from, to) == 0
                                            : tables_alike(from, to);
}

static Object *successor_of(const Match *match, const Object *from)
{
    for (guint i = 0; i < match->to->objects->len; i++) {
        Object *to = g_ptr_array_index(match->to->objects, i);
        bool placed = !to->parent || match_from(match, to->parent) == from->parent;
        if (!match_from(match, to) && placed && (to->parent != NULL) == (from->parent != NULL) &&
            alike(from, to))
            return to;
    }
    return NULL;
}

GArray *comparison_rename_candidates(const Comparison *comparison)
{
    const Match *match = comparison->match;
    GArray *candidates = g_array_new(FALSE, FALSE, sizeof(RenameCandidate));
    for (guint i = 0; i < match->renamed->objects->len; i++) {
        const Object *from = g_ptr_array_index(match->renamed->objects, i);
        Kind kind = object_kind(from);
        bool with_table = from->parent && !match_to(match, from->parent);
        if (match_to(match, from) || with_table || (kind != KIND_COLUMN && kind != KIND_TABLE))
            continue;
        RenameCandidate candidate = {from, successor_of(match, from)};
        if (candidate.to)
            g_array_append_val(candidates, candidate);
    }
    return candidates;
}
