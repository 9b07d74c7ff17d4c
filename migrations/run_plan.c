#include "migrations/run_plan.h"

#include <stdlib.h>
#include <string.h>

void run_plan_free(RunPlan *plan)
{
    if (!plan)
        return;
    g_ptr_array_unref(plan->revisions);
    g_ptr_array_unref(plan->applied);
    g_ptr_array_unref(plan->rows);
    g_free(plan);
}

static RunPlan *plan_new(const ExpressionScope *scope, bool downgrade)
{
    RunPlan *plan = g_new0(RunPlan, 1);
    plan->downgrade = downgrade;
    plan->revisions = revisions_new();
    plan->applied = graph_ancestors(scope->graph, scope->current, true);
    plan->rows = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < scope->current->len; i++) {
        const Revision *revision = g_ptr_array_index(scope->current, i);
        g_ptr_array_add(plan->rows, g_strdup(revision->id));
    }
    return plan;
}

static guint8 *marks_of(const Graph *graph, const GPtrArray *list)
{
    guint8 *marks = g_new0(guint8, graph->revisions->len + 1);
    for (guint i = 0; i < list->len; i++)
        marks[((const Revision *)g_ptr_array_index(list, i))->position] = 1;
    return marks;
}

/* Upgrades */

static void add_all(GPtrArray *to, const GPtrArray *from)
{
    for (guint i = 0; i < from->len; i++)
        if (!revisions_contain(to, g_ptr_array_index(from, i)))
            g_ptr_array_add(to, g_ptr_array_index(from, i));
}

static GPtrArray *resolve_targets(const ExpressionScope *scope, const char *const *targets,
                                  Diagnostics *diagnostics)
{
    g_autoptr(GPtrArray) all = revisions_new();
    for (; *targets; targets++) {
        g_autoptr(GPtrArray) found = expression_resolve(scope, *targets, diagnostics);
        if (!found)
            return NULL;
        if (found->len == 0 && scope->graph->revisions->len > 0) {
            diag_set_hint(diag_error(diagnostics, DIAG_USAGE, PLACE_NONE,
                                     "an upgrade does not go back to %s", *targets),
                          "gen downgrade does");
            return NULL;
        }
        add_all(all, found);
    }
    return g_steal_pointer(&all);
}

/* Alembic says nothing when it is asked to upgrade to a revision that lies behind. */
static bool check_not_behind(const ExpressionScope *scope, const GPtrArray *targets,
                             const RunPlan *plan, Diagnostics *diagnostics)
{
    if (plan->revisions->len > 0 || targets->len == 0)
        return true;
    for (guint i = 0; i < targets->len; i++)
        if (revisions_contain(scope->current, g_ptr_array_index(targets, i)))
            return true;
    g_autofree char *names = revisions_describe(targets);
    g_autofree char *heads = revisions_describe(scope->current);
    Diagnostic *d =
        diag_error(diagnostics, DIAG_USAGE, PLACE_NONE, "the database is past %s already", names);
    diag_set_detail(d, "it is at %s", heads);
    diag_set_hint(d, "gen downgrade goes back");
    return false;
}

RunPlan *run_plan_upgrade(const ExpressionScope *scope, const char *const *targets,
                          Diagnostics *diagnostics)
{
    g_autoptr(GPtrArray) wanted = resolve_targets(scope, targets, diagnostics);
    if (!wanted)
        return NULL;
    g_autoptr(RunPlan) plan = plan_new(scope, false);
    g_autofree guint8 *applied = marks_of(scope->graph, plan->applied);
    g_autoptr(GPtrArray) needed = graph_ancestors(scope->graph, wanted, true);
    for (guint i = 0; i < needed->len; i++) {
        Revision *revision = g_ptr_array_index(needed, i);
        if (!applied[revision->position])
            g_ptr_array_add(plan->revisions, revision);
    }
    if (!check_not_behind(scope, wanted, plan, diagnostics))
        return NULL;
    return g_steal_pointer(&plan);
}

/* Downgrades */

/* Takes `from` and all applied revisions that stand on them, last ones first. */
static void undo(const ExpressionScope *scope, RunPlan *plan, const GPtrArray *from)
{
    g_autofree guint8 *applied = marks_of(scope->graph, plan->applied);
    g_autoptr(GPtrArray) above = graph_descendants(scope->graph, from, true);
    for (guint i = above->len; i-- > 0;) {
        Revision *revision = g_ptr_array_index(above, i);
        if (applied[revision->position])
            g_ptr_array_add(plan->revisions, revision);
    }
}

static GPtrArray *applied_on_branch(const RunPlan *plan, const GPtrArray *branch)
{
    GPtrArray *found = revisions_new();
    for (guint i = 0; i < plan->applied->len; i++)
        if (!branch || revisions_contain(branch, g_ptr_array_index(plan->applied, i)))
            g_ptr_array_add(found, g_ptr_array_index(plan->applied, i));
    return found;
}

static bool complain_of_heads(const GPtrArray *heads, const char *target, Diagnostics *diagnostics)
{
    const char *typed = expression_short(target);
    const char *at = strchr(typed, '@');
    g_autofree char *names = revisions_describe(heads);
    Diagnostic *d = diag_error(diagnostics, DIAG_USAGE, PLACE_NONE,
                               "%s is ambiguous: the database is at several heads", typed);
    diag_set_detail(d, "%s", names);
    diag_set_hint(d, "name the revision to go back to, or the branch by a label or an id: %s@%s",
                  ((const Revision *)g_ptr_array_index(heads, 0))->id, at ? at + 1 : typed);
    return false;
}

static bool complain_of_dependents(const Revision *revision, const RunPlan *plan,
                                   const GPtrArray *remaining, Diagnostics *diagnostics)
{
    (void)plan;
    g_autofree char *names = revisions_describe(remaining);
    Diagnostic *d = diag_error(diagnostics, DIAG_USAGE, PLACE_NONE,
                               "%s cannot go: applied revisions stand on it", revision->id);
    diag_set_detail(d, "%s", names);
    return false;
}

/* The applied revisions, but for those that the plan undoes, that stand right on `revision`. */
static GPtrArray *standing_on(const RunPlan *plan, const Revision *revision)
{
    GPtrArray *found = revisions_new();
    const GPtrArray *lists[] = {revision->children, revision->dependents};
    for (gsize l = 0; l < G_N_ELEMENTS(lists); l++)
        for (guint i = 0; i < lists[l]->len; i++) {
            Revision *other = g_ptr_array_index(lists[l], i);
            if (revisions_contain(plan->applied, other) &&
                !revisions_contain(plan->revisions, other))
                g_ptr_array_add(found, other);
        }
    return found;
}

/* One step back: the only head, among `candidates`, of what would still be applied. */
static bool undo_one(const ExpressionScope *scope, RunPlan *plan, GPtrArray *candidates,
                     const char *target, Diagnostics *diagnostics)
{
    g_autoptr(GPtrArray) heads = graph_heads_of(scope->graph, candidates);
    if (heads->len > 1)
        return complain_of_heads(heads, target, diagnostics);
    if (heads->len == 0) {
        diag_error(diagnostics, DIAG_USAGE, PLACE_NONE, "%s goes past the base",
                   expression_short(target));
        return false;
    }
    Revision *head = g_ptr_array_index(heads, 0);
    g_autoptr(GPtrArray) others = standing_on(plan, head);
    if (others->len > 0)
        return complain_of_dependents(head, plan, others, diagnostics);
    g_ptr_array_add(plan->revisions, head);
    g_ptr_array_remove(candidates, head);
    return true;
}

static bool undo_steps(const ExpressionScope *scope, RunPlan *plan, const GPtrArray *branch,
                       int steps, const char *target, Diagnostics *diagnostics)
{
    g_autoptr(GPtrArray) candidates = applied_on_branch(plan, branch);
    for (int i = 0; i < steps; i++)
        if (!undo_one(scope, plan, candidates, target, diagnostics))
            return false;
    return true;
}

static bool undo_to(const ExpressionScope *scope, RunPlan *plan, const char *target,
                    Diagnostics *diagnostics)
{
    g_autoptr(GPtrArray) stays = expression_resolve(scope, target, diagnostics);
    if (!stays)
        return false;
    for (guint i = 0; i < stays->len; i++) {
        const Revision *revision = g_ptr_array_index(stays, i);
        if (revisions_contain(plan->applied, revision))
            continue;
        diag_error(diagnostics, DIAG_USAGE, PLACE_NONE, "revision %s is not applied", revision->id);
        return false;
    }
    g_autoptr(GPtrArray) from = revisions_new();
    for (guint i = 0; i < stays->len; i++)
        add_all(from, ((const Revision *)g_ptr_array_index(stays, i))->children);
    undo(scope, plan, stays->len > 0 ? from : plan->applied);
    return true;
}

RunPlan *run_plan_downgrade(const ExpressionScope *scope, const char *target,
                            Diagnostics *diagnostics)
{
    g_autofree char *branch_name = NULL;
    g_autofree char *symbol = NULL;
    int steps;
    expression_split(scope, target, &branch_name, &symbol, &steps);
    g_autoptr(RunPlan) plan = plan_new(scope, true);
    g_autoptr(GPtrArray) branch = NULL;
    if (branch_name) {
        const Revision *start = expression_branch(scope, branch_name, diagnostics);
        if (!start)
            return NULL;
        branch = graph_branch(scope->graph, start);
    }
    bool relative = (!*symbol || strcmp(symbol, "current") == 0) && steps < 0;
    bool good;
    if (relative) {
        good = undo_steps(scope, plan, branch, -steps, target, diagnostics);
    } else if (branch && strcmp(symbol, "base") == 0 && steps == 0) {
        undo(scope, plan, branch);
        good = true;
    } else {
        good = undo_to(scope, plan, target, diagnostics);
    }
    return good ? g_steal_pointer(&plan) : NULL;
}

void run_plan_resume(RunPlan *plan, const char *id)
{
    for (guint i = 0; i < plan->revisions->len; i++) {
        Revision *revision = g_ptr_array_index(plan->revisions, i);
        if (strcmp(revision->id, id) != 0)
            continue;
        g_ptr_array_remove_index(plan->revisions, i);
        g_ptr_array_insert(plan->revisions, 0, revision);
        return;
    }
}

/* Version rows along the way */

struct VersionWalk {
    const RunPlan *plan;
    guint next;
    guint8 *applied; /* by position */
    GPtrArray *rows; /* char *, sorted */
};

static int compare_text(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

VersionWalk *version_walk_new(const Graph *graph, const RunPlan *plan)
{
    VersionWalk *walk = g_new0(VersionWalk, 1);
    walk->plan = plan;
    walk->applied = marks_of(graph, plan->applied);
    walk->rows = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < plan->rows->len; i++)
        g_ptr_array_add(walk->rows, g_strdup(g_ptr_array_index(plan->rows, i)));
    return walk;
}

void version_walk_free(VersionWalk *walk)
{
    if (!walk)
        return;
    g_free(walk->applied);
    g_ptr_array_unref(walk->rows);
    g_free(walk);
}

static bool has_row(const VersionWalk *walk, const char *id)
{
    return g_ptr_array_find_with_equal_func(walk->rows, id, g_str_equal, NULL);
}

static void drop_row(VersionWalk *walk, const char *id, GPtrArray *removed)
{
    guint index;
    if (!g_ptr_array_find_with_equal_func(walk->rows, id, g_str_equal, &index))
        return;
    g_ptr_array_add(removed, g_ptr_array_steal_index(walk->rows, index));
}

static void put_row(VersionWalk *walk, const char *id, GPtrArray *added)
{
    if (has_row(walk, id))
        return;
    g_ptr_array_add(walk->rows, g_strdup(id));
    g_ptr_array_add(added, g_strdup(id));
    g_ptr_array_sort(walk->rows, compare_text);
}

static bool has_applied_child(const VersionWalk *walk, const Revision *revision)
{
    for (guint i = 0; i < revision->children->len; i++)
        if (walk->applied[((const Revision *)g_ptr_array_index(revision->children, i))->position])
            return true;
    return false;
}

static void walk_up(VersionWalk *walk, const Revision *revision, GPtrArray *removed,
                    GPtrArray *added)
{
    walk->applied[revision->position] = 1;
    for (guint i = 0; i < revision->parents->len; i++)
        drop_row(walk, ((const Revision *)g_ptr_array_index(revision->parents, i))->id, removed);
    put_row(walk, revision->id, added);
}

/* A parent is a head again when nothing else that is applied revises it. */
static void walk_down(VersionWalk *walk, const Revision *revision, GPtrArray *removed,
                      GPtrArray *added)
{
    walk->applied[revision->position] = 0;
    drop_row(walk, revision->id, removed);
    for (guint i = 0; i < revision->parents->len; i++) {
        const Revision *parent = g_ptr_array_index(revision->parents, i);
        if (!has_applied_child(walk, parent))
            put_row(walk, parent->id, added);
    }
}

void version_walk_next(VersionWalk *walk, GPtrArray **ret_remove, GPtrArray **ret_add)
{
    const Revision *revision = g_ptr_array_index(walk->plan->revisions, walk->next++);
    *ret_remove = g_ptr_array_new_with_free_func(g_free);
    *ret_add = g_ptr_array_new_with_free_func(g_free);
    if (walk->plan->downgrade)
        walk_down(walk, revision, *ret_remove, *ret_add);
    else
        walk_up(walk, revision, *ret_remove, *ret_add);
}

const GPtrArray *version_walk_rows(VersionWalk *walk)
{
    return walk->rows;
}
