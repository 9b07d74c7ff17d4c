#include "diff/diff.h"

#include "diff/compare.h"
#include "diff/convert.h"
#include "diff/moving.h"
#include "diff/planner.h"
#include "diff/sequence_names.h"
#include "schema/doubt.h"
#include "schema/kinds.h"
#include "schema/part.h"

#include <string.h>

Comparison *comparison_new(const State *from, State *to)
{
    Comparison *comparison = g_new0(Comparison, 1);
    comparison->from = from;
    comparison->to = to;
    comparison->match = match_states(from, to);
    sequence_names_say(comparison->match, from);
    comparison->recasts = recasts_new();
    return comparison;
}

void comparison_free(Comparison *comparison)
{
    if (!comparison)
        return;
    match_free(comparison->match);
    g_ptr_array_unref(comparison->recasts);
    g_free(comparison);
}

/* An unnamed constraint may be one that the database has under another name: ask for its text. */
static void doubt_unnamed(const Match *match, Object *to, GPtrArray *doubts)
{
    const Object *parent = to->parent ? match_from(match, to->parent) : NULL;
    if (!to->name_implied || !parent)
        return;
    guint position = 0;
    for (const Object *from; (from = object_child(parent, object_kind(to), &position));)
        if (!match_to(match, from)) {
            compare_collect_doubts(from, to, doubts);
            return;
        }
}

GPtrArray *comparison_doubts(const Comparison *comparison)
{
    GPtrArray *doubts = doubts_new();
    for (guint i = 0; i < comparison->to->objects->len; i++) {
        Object *to = g_ptr_array_index(comparison->to->objects, i);
        const Object *from = match_from(comparison->match, to);
        if (from)
            compare_collect_doubts(from, to, doubts);
        else
            doubt_unnamed(comparison->match, to, doubts);
    }
    moving_mark(comparison->match, doubts);
    return doubts;
}

bool comparison_is_same(const Object *from, const Object *to)
{
    return compare_objects(from, to) == 0;
}

void comparison_take_texts(const State *from, State *to)
{
    for (guint i = 0; i < to->objects->len; i++) {
        Object *object = g_ptr_array_index(to->objects, i);
        const Object *same = state_find_same(from, object);
        if (same)
            compare_take_texts(same, object);
    }
}

void comparison_left_alone(const Comparison *comparison, GPtrArray *objects)
{
    const Match *match = comparison->match;
    for (guint i = 0; i < match->renamed->objects->len; i++) {
        const Object *object = g_ptr_array_index(match->renamed->objects, i);
        if (!object->parent && !match_to(match, object) && match_left_alone(match, object))
            g_ptr_array_add(objects, g_ptr_array_index(comparison->from->objects, i));
    }
}

/* What is made anew as a part of something has the name that PostgreSQL gives a new one. */
static void release_parts(Match *match)
{
    for (guint i = 0; i < match->to->objects->len; i++) {
        Object *to = g_ptr_array_index(match->to->objects, i);
        const Object *from = match_from(match, to);
        if (from && to->name_implied && part_attached_to(to) && planner_replaces(from, to))
            match_release(match, to);
    }
}

void comparison_settle(Comparison *comparison, GPtrArray *doubts)
{
    doubts_settle(doubts);
    release_parts(comparison->match);
    match_again(comparison->match);
}

GPtrArray *comparison_recasts(const Comparison *comparison)
{
    const Match *match = comparison->match;
    /* What a type of one name is in both states is found out once. */
    g_autoptr(GHashTable) same = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < match->to->objects->len; i++) {
        const Object *to = g_ptr_array_index(match->to->objects, i);
        const Object *from = object_kind(to) == KIND_COLUMN ? match_from(match, to) : NULL;
        if (!from)
            continue;
        const char *type = ((const Column *)to)->type;
        if (strcmp(((const Column *)from)->type, type) != 0 ||
            g_hash_table_add(same, (gpointer)type))
            convert_collect(match->renamed, (const Column *)from, match->to, (const Column *)to,
                            comparison->recasts);
    }
    return comparison->recasts;
}

static void planner_reset(Planner *planner)
{
    g_ptr_array_set_size(planner->plan->changes, 0);
    memset(planner->destiny, 0, sizeof(Destiny) * planner->from->objects->len);
}

static bool attempt(Planner *planner, GPtrArray **ret_loop)
{
    planner_reset(planner);
    planner_decide(planner);
    planner_spread(planner);
    planner_make_changes(planner);
    return planner_order(planner, ret_loop);
}

static void report_loop(const GPtrArray *loop, Diagnostics *diagnostics)
{
    g_autoptr(GString) names = g_string_new(NULL);
    for (guint i = 0; i < loop->len; i++) {
        const Object *object = change_object(g_ptr_array_index(loop, i));
        g_autofree char *title = object_title(object);
        g_string_append_printf(names, "%s%s %s", names->len ? ", " : "", object->info->word, title);
    }
    Diagnostic *d = diag_error(diagnostics, DIAG_PLAN_CYCLE, PLACE_NONE,
                               "these changes depend on one another in a loop");
    diag_set_detail(d, "%s", names->str);
    diag_set_hint(d, "split the change into two revisions");
}

static bool run(Planner *planner, Diagnostics *diagnostics)
{
    GPtrArray *loop = NULL;
    if (attempt(planner, &loop))
        return true;
    g_clear_pointer(&loop, g_ptr_array_unref);
    planner->unfold = true;
    if (attempt(planner, &loop))
        return true;
    report_loop(loop, diagnostics);
    g_ptr_array_unref(loop);
    return false;
}

/* Plans along a match, whose renamed state the plan rests on. */
static Plan *plan_along(const State *from, Match *match, const GPtrArray *recasts,
                        Diagnostics *diagnostics)
{
    Plan *plan = plan_new(from, match->to);
    plan->renamed = match->renamed;
    plan->recasts = recasts;
    Planner planner = {
        .match = match,
        .from = match->renamed,
        .to = match->to,
        .from_needs = dependencies_renamed(from, match->renamed),
        .to_needs = dependencies_new(match->to),
        .from_parts = parts_new(match->renamed),
        .to_parts = parts_new(match->to),
        .destiny = g_new0(Destiny, match->renamed->objects->len + 1),
        .plan = plan,
    };
    bool ok = run(&planner, diagnostics);
    dependencies_free(planner.from_needs);
    dependencies_free(planner.to_needs);
    parts_free(planner.from_parts);
    parts_free(planner.to_parts);
    default_names_free(planner.names);
    g_free(planner.destiny);
    if (ok)
        return plan;
    plan_free(plan);
    return NULL;
}

static bool anything_differs(const Match *match)
{
    if (match->renames->len)
        return true;
    for (guint i = 0; i < match->renamed->objects->len; i++) {
        const Object *from = g_ptr_array_index(match->renamed->objects, i);
        const Object *to = match_to(match, from);
        if (to ? compare_objects(from, to) != 0 : !match_left_alone(match, from))
            return true;
    }
    for (guint i = 0; i < match->to->objects->len; i++)
        if (!match->partner_of_to[i])
            return true;
    return false;
}

Plan *comparison_plan(const Comparison *comparison, Diagnostics *diagnostics)
{
    if (!anything_differs(comparison->match))
        return plan_new(comparison->from, comparison->to);
    return plan_along(comparison->from, comparison->match, comparison->recasts, diagnostics);
}

static void hint_labels(const Object *renamed, Object *back)
{
    const Enum *old = (const Enum *)renamed;
    EnumValue *values = ((Enum *)back)->values.items;
    const EnumValue *labels = old->values.items;
    for (guint i = 0; i < old->values.count; i++)
        values[i].renamed_from =
            g_strcmp0(labels[i].label, values[i].label) != 0 ? labels[i].label : NULL;
}

static void hint_attributes(const Object *renamed, Object *back)
{
    const Attribute *old = ((const Composite *)renamed)->attributes.items;
    Attribute *attributes = ((Composite *)back)->attributes.items;
    for (guint i = 0; i < ((const Composite *)renamed)->attributes.count; i++)
        attributes[i].renamed_from = old[i].name != attributes[i].name ? old[i].name : NULL;
}

/* What the models leave alone is not put back: it was never taken away. */
static void forget_left_alone(State *goal, const Match *match)
{
    g_autoptr(GPtrArray) others = g_ptr_array_new();
    for (guint i = 0; i < goal->objects->len; i++) {
        const Object *renamed = g_ptr_array_index(match->renamed->objects, i);
        Object *back = g_ptr_array_index(goal->objects, i);
        if (!back->parent && match_left_alone(match, renamed))
            g_ptr_array_add(others, back);
    }
    state_remove_all(goal, others);
}

/* The old state as the goal of the way back: its objects carry hints to the names they have now. */
static State *goal_of_way_back(const Comparison *comparison)
{
    State *goal = state_copy(comparison->from);
    const Match *match = comparison->match;
    for (guint i = 0; i < goal->objects->len; i++) {
        Object *back = g_ptr_array_index(goal->objects, i);
        const Object *renamed = g_ptr_array_index(match->renamed->objects, i);
        Object *to = match_to(match, renamed);
        back->renamed_from = (QualifiedName){NULL, NULL};
        if (to && (to->name != back->name || to->schema != back->schema))
            back->renamed_from = (QualifiedName){to->schema, to->name};
        sequence_name_say_back(comparison->from, back, to);
        if (object_kind(back) == KIND_ENUM)
            hint_labels(renamed, back);
        if (object_kind(back) == KIND_COMPOSITE)
            hint_attributes(renamed, back);
        if (object_kind(back) == KIND_COLUMN) {
            ((Column *)back)->using_expr = NULL;
            ((Column *)back)->using_back = NULL;
            ((Column *)back)->backfill = NULL;
        }
    }
    forget_left_alone(goal, match);
    return goal;
}

Plan *comparison_plan_back(const Comparison *comparison, Diagnostics *diagnostics)
{
    if (!anything_differs(comparison->match))
        return plan_new(comparison->to, comparison->from);
    State *goal = goal_of_way_back(comparison);
    Match *match = match_states(comparison->to, goal);
    sequence_names_keep(comparison->match, match->renamed);
    Plan *plan = anything_differs(match)
                     ? plan_along(comparison->to, match, comparison->recasts, diagnostics)
                     : plan_new(comparison->to, goal);
    if (!plan) {
        match_free(match);
        state_free(goal);
        return NULL;
    }
    plan->own_to = goal;
    plan->own_renamed = g_steal_pointer(&match->renamed);
    match_free(match);
    return plan;
}
