/* Comparing two states and planning the way from one to the other.
 *
 *     Comparison *c = comparison_new(from, to);
 *     GPtrArray *doubts = comparison_doubts(c);   … a server answers them …
 *     comparison_settle(c, doubts);
 *     GPtrArray *recasts = comparison_recasts(c); … and these …
 *     Plan *up = comparison_plan(c, diagnostics);
 *     Plan *down = comparison_plan_back(c, diagnostics);
 */
#ifndef GEN_DIFF_DIFF_H
#define GEN_DIFF_DIFF_H

#include "diff/change.h"
#include "diff/match.h"

typedef struct Comparison {
    const State *from;
    State *to; /* names that nobody gave and the server's answers are written into it */
    Match *match;
    GPtrArray *recasts; /* Recast * */
} Comparison;

/* Matches the objects of two states, which must outlive the comparison. Never NULL. */
Comparison *comparison_new(const State *from, State *to);
void comparison_free(Comparison *comparison);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Comparison, comparison_free)

/* Whether two objects of one identity are the same, texts compared token by token, children aside.
 */
bool comparison_is_same(const Object *from, const Object *to);

/* Gives the objects of `to` the texts of `from` that say the same in other white space, case or
 * parentheses. They stay in the memory of `from`. */
void comparison_take_texts(const State *from, State *to);

/* Adds the top-level objects of `from` that are no business of `to`: partitions of tables of which
 * it leaves open what partitions they have. */
void comparison_left_alone(const Comparison *comparison, GPtrArray *objects);

/* Doubt * of every SQL text that only a server can compare; empty where nothing differs. Freed with
 * g_ptr_array_unref. */
GPtrArray *comparison_doubts(const Comparison *comparison);

/* Writes the answers into the wanted state, and matches what became comparable by them. */
void comparison_settle(Comparison *comparison, GPtrArray *doubts);

/* How values get between the types of matching columns that differ, both ways: for a server to
 * answer before the planning. Owned by the comparison. */
GPtrArray *comparison_recasts(const Comparison *comparison);

/* The changes that lead from `from` to `to`, in an order that runs; the other way for
 * comparison_plan_back. NULL with DIAG_PLAN_… diagnostics where there is none. A plan without
 * changes says that the states are equal. Freed with plan_free, before the comparison. */
Plan *comparison_plan(const Comparison *comparison, Diagnostics *diagnostics);
Plan *comparison_plan_back(const Comparison *comparison, Diagnostics *diagnostics);

/* A drop and an add that look like a rename. */
typedef struct RenameCandidate {
    const Object *from;
    Object *to;
} RenameCandidate;

/* Tables and columns of which one goes and one like it comes, as a GArray of RenameCandidate that
 * the caller frees with g_array_unref. They are never taken for renames without being told. */
GArray *comparison_rename_candidates(const Comparison *comparison);

#endif
