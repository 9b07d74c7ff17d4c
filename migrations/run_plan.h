/* Which revisions an upgrade or a downgrade runs, and in which order.
 *
 * Ownership: a RunPlan owns its lists; the revisions are the graph's.
 */
#ifndef GEN_MIGRATIONS_RUN_PLAN_H
#define GEN_MIGRATIONS_RUN_PLAN_H

#include "migrations/expression.h"

typedef struct RunPlan {
    bool downgrade;
    GPtrArray *revisions; /* in the order in which they run */
    GPtrArray *applied;   /* what the database has before the run, in the graph's order */
    GPtrArray *rows;      /* char *: the ids in its version table before the run, sorted */
} RunPlan;

void run_plan_free(RunPlan *plan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RunPlan, run_plan_free)

/* From what the database is at (scope->current) up to `targets` (expressions, NULL-terminated).
 * Nothing to run when all of them are applied and one of them is where the database is. NULL
 * after a diagnostic: targets that lie behind, an ambiguous relative step. */
RunPlan *run_plan_upgrade(const ExpressionScope *scope, const char *const *targets,
                          Diagnostics *diagnostics);

/* Down to `target`, which stays applied: a revision, base, label@base, -N, label@-N. NULL after a
 * diagnostic: a target that is not applied, -N with several heads. */
RunPlan *run_plan_downgrade(const ExpressionScope *scope, const char *target,
                            Diagnostics *diagnostics);

/* Puts the revision whose run has stopped half-way first, when the plan has it: all that it stands
 * on is applied, or it could not have begun. */
void run_plan_resume(RunPlan *plan, const char *id);

/* The version rows (ids, char *) that the run of the revision at `index` removes and adds, given
 * that those before it have run. `*ret_remove` and `*ret_add` are the caller's. */
typedef struct VersionWalk VersionWalk;
VersionWalk *version_walk_new(const Graph *graph, const RunPlan *plan);
void version_walk_next(VersionWalk *walk, GPtrArray **ret_remove, GPtrArray **ret_add);
/* The rows as they are now, sorted; owned by the walk. */
const GPtrArray *version_walk_rows(VersionWalk *walk);
void version_walk_free(VersionWalk *walk);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(VersionWalk, version_walk_free)

#endif
