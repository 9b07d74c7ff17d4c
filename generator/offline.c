#include "generator/apply.h"
#include "generator/json_out.h"
#include "migrations/runner.h"
#include "migrations/script.h"

#include <stdio.h>

/* FROM:TO says where the database is; without it the database does. `*ret_from` and `*ret_to`,
 * the targets, are the caller's. */
static bool split_targets(Context *context, const ApplyRequest *request, char **ret_from,
                          char **ret_to)
{
    const char *target = request->targets[0];
    if (!expression_split_range(target, ret_from, ret_to)) {
        *ret_from = NULL;
        *ret_to = NULL;
        return true;
    }
    if (request->targets[1] || (request->downgrade && (!*ret_from || !*ret_to))) {
        diag_error(context->diagnostics, DIAG_USAGE, PLACE_NONE,
                   request->downgrade ? "gen downgrade --sql wants both sides of FROM:TO"
                                      : "gen upgrade --sql takes one range");
        return false;
    }
    if (!*ret_from)
        *ret_from = g_strdup("base");
    if (!*ret_to)
        *ret_to = g_strdup("heads");
    return true;
}

static bool refuse_partial(Context *context, const DatabaseState *state)
{
    const char *id = database_state_partial(state);
    if (!id)
        return true;
    diag_set_hint(diag_error(context->diagnostics, DIAG_REVISION_GRAPH, PLACE_NONE,
                             "revision %s has stopped half-way; a script cannot go on from there",
                             id),
                  "gen upgrade (or downgrade) without --sql can");
    return false;
}

static GPtrArray *starting_heads(Context *context, const char *from)
{
    if (from) {
        ExpressionScope scope = {context->graph, NULL};
        return expression_resolve(&scope, from, context->diagnostics);
    }
    g_autoptr(DatabaseState) state = context_state(context);
    if (!state || !refuse_partial(context, state))
        return NULL;
    return database_state_heads(state, context->graph, context->diagnostics);
}

static RunPlan *make_plan(Context *context, const ApplyRequest *request, const char *from,
                          const char *to)
{
    g_autoptr(GPtrArray) current = starting_heads(context, from);
    if (!current)
        return NULL;
    ExpressionScope scope = {context->graph, current};
    const char *const one[] = {to, NULL};
    const char *const *targets = to ? one : request->targets;
    return request->downgrade ? run_plan_downgrade(&scope, targets[0], context->diagnostics)
                              : run_plan_upgrade(&scope, targets, context->diagnostics);
}

int offline_run(Context *context, const ApplyRequest *request)
{
    g_autofree char *from = NULL;
    g_autofree char *to = NULL;
    if (!context_graph(context) || !split_targets(context, request, &from, &to))
        return EXIT_STATUS_USAGE;
    g_autoptr(RunPlan) plan = make_plan(context, request, from, to);
    g_autoptr(GPtrArray) files = plan ? runner_read_files(plan, context->diagnostics) : NULL;
    if (!files)
        return EXIT_STATUS_USAGE;
    const Config *config = context->config;
    ScriptSettings settings = {
        .graph = context->graph,
        .table = context_table(context),
        .lock_timeout = request->lock_timeout ? request->lock_timeout : config->lock_timeout,
        .statement_timeout =
            request->statement_timeout ? request->statement_timeout : config->statement_timeout,
    };
    g_autofree char *script = script_of_plan(&settings, plan, files);
    if (context->json)
        json_print_text("sql", script);
    else
        fputs(script, stdout);
    return EXIT_STATUS_DONE;
}
