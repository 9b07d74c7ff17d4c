#include "generator/apply.h"

#include "generator/hooks.h"
#include "generator/json_out.h"
#include "generator/locked.h"
#include "generator/messages.h"
#include "generator/progress.h"
#include "generator/signals.h"
#include "migrations/backup.h"
#include "migrations/hazard.h"
#include "migrations/runner.h"

#include <stdio.h>
#include <string.h>

struct ApplyOptions apply_options;

/* Everything about one run; `Apply` owns what it points to. */
typedef struct Apply {
    Context *context;
    const ApplyRequest *request;
    RunnerLock *lock;
    DatabaseState *state;
    GPtrArray *current;
    RunPlan *plan;
    GPtrArray *files;
    Progress *progress;
    char *backup; /* its path, or NULL */
    guint done;
} Apply;

static void apply_clear(Apply *apply)
{
    progress_free(apply->progress);
    g_free(apply->backup);
    if (apply->files)
        g_ptr_array_unref(apply->files);
    run_plan_free(apply->plan);
    if (apply->current)
        g_ptr_array_unref(apply->current);
    database_state_free(apply->state);
    runner_lock_release(apply->lock);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Apply, apply_clear)

static const char *direction_word(const ApplyRequest *request)
{
    return request->downgrade ? "downgrade" : "upgrade";
}

/* Options */

static bool parse_lock_wait(Context *context, double *ret)
{
    *ret = -1;
    if (!apply_options.lock_wait)
        return true;
    char *end;
    *ret = g_ascii_strtod(apply_options.lock_wait, &end);
    if (end > apply_options.lock_wait && (!*end || strcmp(end, "s") == 0) && *ret >= 0)
        return true;
    diag_error(context->diagnostics, DIAG_USAGE, PLACE_NONE,
               "--lock-wait: a number of seconds is expected");
    return false;
}

static bool check_duration(Context *context, const char *option, const char *text)
{
    if (!text || g_regex_match_simple("^[0-9]+(us|ms|s|min|h|d)?$", text, 0, 0))
        return true;
    diag_set_hint(diag_error(context->diagnostics, DIAG_USAGE, PLACE_NONE,
                             "%s: a duration is expected", option),
                  "a number and us, ms, s, min, h or d: 5s");
    return false;
}

/* A script is neither run nor shown beside being printed; where a run begins is the database's
 * word. */
static bool check_sql(Context *context, const char *const *targets)
{
    Diagnostics *diagnostics = context->diagnostics;
    if (apply_options.sql && (apply_options.dry_run || apply_options.backup))
        diag_error(diagnostics, DIAG_USAGE, PLACE_NONE, "--sql and --%s exclude each other",
                   apply_options.dry_run ? "dry-run" : "backup");
    for (; !apply_options.sql && *targets; targets++)
        if (strchr(*targets, ':'))
            diag_error(diagnostics, DIAG_USAGE, PLACE_NONE, "a range goes with --sql: %s",
                       *targets);
    return !diagnostics_failed(diagnostics);
}

bool apply_request(Context *context, bool downgrade, const char *const *targets, ApplyRequest *ret)
{
    *ret = (ApplyRequest){
        .downgrade = downgrade,
        .targets = targets,
        .dry_run = apply_options.dry_run,
        .sql = apply_options.sql,
        .backup = apply_options.backup,
        .allow = apply_options.allow,
        .lock_timeout = apply_options.lock_timeout,
        .statement_timeout = apply_options.statement_timeout,
    };
    guint allowed;
    return check_sql(context, targets) &&
           hazards_parse_allowed(ret->allow, &allowed, context->diagnostics) &&
           check_duration(context, "--lock-timeout", ret->lock_timeout) &&
           check_duration(context, "--statement-timeout", ret->statement_timeout) &&
           parse_lock_wait(context, &ret->lock_wait);
}

/* Before the run */

static bool take_lock(Apply *apply)
{
    if (apply->request->dry_run)
        return true;
    apply->lock = context_lock(apply->context, apply->request->lock_wait);
    return apply->lock != NULL;
}

static bool make_plan(Apply *apply)
{
    Context *context = apply->context;
    apply->state = context_state(context);
    if (!apply->state)
        return false;
    apply->current = database_state_heads(apply->state, context->graph, context->diagnostics);
    if (!apply->current)
        return false;
    ExpressionScope scope = {context->graph, apply->current};
    apply->plan = apply->request->downgrade
                      ? run_plan_downgrade(&scope, apply->request->targets[0], context->diagnostics)
                      : run_plan_upgrade(&scope, apply->request->targets, context->diagnostics);
    if (!apply->plan)
        return false;
    const char *partial = database_state_partial(apply->state);
    if (partial)
        run_plan_resume(apply->plan, partial);
    return true;
}

static Runner runner_of(Apply *apply)
{
    Context *context = apply->context;
    const ApplyRequest *request = apply->request;
    const Config *config = context->config;
    return (Runner){
        .connection = context->connection,
        .graph = context->graph,
        .table = context_table(context),
        .state = apply->state,
        .lock_timeout = request->lock_timeout ? request->lock_timeout : config->lock_timeout,
        .statement_timeout =
            request->statement_timeout ? request->statement_timeout : config->statement_timeout,
        .retries = (guint)config->lock_retries,
        .observer = &progress_observer,
        .observer_data = apply->progress,
    };
}

/* Hazards in steps that an earlier run has done are over. */
static GPtrArray *all_hazards(const Apply *apply)
{
    GPtrArray *all = NULL;
    for (guint i = 0; i < apply->files->len; i++) {
        const RevisionFile *file = g_ptr_array_index(apply->files, i);
        GPtrArray *found =
            hazards_of(apply->plan->downgrade ? &file->downgrade : &file->upgrade, file->path);
        if (all)
            g_ptr_array_extend_and_steal(all, found);
        else
            all = found;
    }
    return all;
}

static bool check_hazards(Apply *apply)
{
    g_autoptr(GPtrArray) hazards = all_hazards(apply);
    guint allowed = 0;
    if (!hazards_parse_allowed(apply->request->allow, &allowed, apply->context->diagnostics))
        return false;
    if (!hazards)
        return true;
    if (apply->request->dry_run) {
        for (guint i = 0; i < hazards->len; i++) {
            const Hazard *hazard = g_ptr_array_index(hazards, i);
            diag_warning(apply->context->diagnostics, DIAG_HAZARD,
                         (Place){hazard->path, hazard->line, 0}, "%s", hazard->text);
        }
        return true;
    }
    return hazards_check(hazards, allowed, apply->context->diagnostics);
}

static bool prepare(Apply *apply)
{
    Context *context = apply->context;
    if (!context_graph(context) || !context_connection(context) || !take_lock(apply) ||
        !make_plan(apply))
        return false;
    apply->files = runner_read_files(apply->plan, context->diagnostics);
    bool runs = apply->plan->revisions->len > 0 && !apply->request->dry_run;
    if (!apply->files || (runs && !context_writable(context)))
        return false;
    Runner runner = runner_of(apply);
    return runner_check(&runner, apply->plan, apply->files, context->diagnostics) &&
           check_hazards(apply);
}

/* Reports */

static char *describe_state(const GPtrArray *revisions)
{
    return revisions->len > 0 ? revisions_describe(revisions) : g_strdup("base");
}

/* Where the first `done` revisions of the plan lead. */
static GPtrArray *heads_after(Apply *apply, guint done)
{
    g_autoptr(VersionWalk) walk = version_walk_new(apply->context->graph, apply->plan);
    for (guint i = 0; i < done; i++) {
        g_autoptr(GPtrArray) remove = NULL;
        g_autoptr(GPtrArray) add = NULL;
        version_walk_next(walk, &remove, &add);
    }
    const GPtrArray *rows = version_walk_rows(walk);
    GPtrArray *heads = revisions_new();
    for (guint i = 0; i < rows->len; i++)
        g_ptr_array_add(heads, graph_find(apply->context->graph, g_ptr_array_index(rows, i)));
    revisions_sort(heads);
    return heads;
}

static void print_json(Apply *apply, const GPtrArray *after)
{
    g_autoptr(JsonBuilder) builder = json_builder_new();
    json_builder_begin_object(builder);
    json_add_string(builder, "database", connection_describe(apply->context->connection));
    json_add_string(builder, "direction", direction_word(apply->request));
    json_add_bool(builder, "dry_run", apply->request->dry_run);
    json_add_string(builder, "backup", apply->backup);
    json_add_ids(builder, "from", apply->current);
    json_add_ids(builder, "to", after);
    json_builder_set_member_name(builder, "revisions");
    json_builder_begin_array(builder);
    for (guint i = 0; i < apply->plan->revisions->len; i++) {
        double seconds = apply->progress ? progress_seconds(apply->progress, i) : -1;
        json_builder_begin_object(builder);
        json_add_revision(builder, g_ptr_array_index(apply->plan->revisions, i));
        json_add_bool(builder, "done", i < apply->done);
        json_add_double(builder, "seconds",
                        seconds < 0 ? 0 : (double)(gint64)(seconds * 1e3) / 1e3);
        json_builder_end_object(builder);
    }
    json_builder_end_array(builder);
    json_builder_end_object(builder);
    json_print(builder);
}

static void print_dry_run(Apply *apply)
{
    if (apply->context->json) {
        g_autoptr(GPtrArray) after = heads_after(apply, apply->plan->revisions->len);
        print_json(apply, after);
        return;
    }
    for (guint i = 0; i < apply->files->len; i++) {
        const RevisionFile *file = g_ptr_array_index(apply->files, i);
        g_autofree char *text =
            section_text(apply->plan->downgrade ? &file->downgrade : &file->upgrade);
        printf("%s-- %s of %s: %s\n%s", i ? "\n" : "", direction_word(apply->request), file->id,
               file->message ? file->message : "", text);
    }
}

/* The steps of the revision that failed: what the database has on record, or, when it cannot be
 * asked any more, what it has confirmed. */
static void tell_steps(Apply *apply, const Revision *failed, Diagnostic *d)
{
    Context *context = apply->context;
    const char *word = direction_word(apply->request);
    if (!connection_alive(context->connection)) {
        guint steps;
        guint done = progress_steps_done(apply->progress, &steps);
        diag_set_detail(d,
                        "of %s, %u of %u steps are done for certain; gen %s finds out, and goes on "
                        "from there",
                        failed->id, done, steps, word);
        return;
    }
    g_autoptr(Diagnostics) ignored = diagnostics_new();
    g_autoptr(DatabaseState) state =
        database_state_read(context->connection, context_table(context), ignored);
    const RevisionLog *log = state ? g_hash_table_lookup(state->logs, failed->id) : NULL;
    if (log && log->partial && (log->partial->steps_done > 0 || log->partial->in_step))
        diag_set_detail(d, "of %s, %u of %u steps are done; gen %s goes on from there", failed->id,
                        log->partial->steps_done, log->partial->steps, word);
    else
        diag_set_detail(d, "nothing of %s was applied", failed->id);
}

static void report_stop(Apply *apply, const GPtrArray *after)
{
    guint count = apply->plan->revisions->len;
    g_autofree char *where = describe_state(after);
    Diagnostic *d = diag_note(apply->context->diagnostics, DIAG_STATEMENT, PLACE_NONE,
                              "%u of %u revisions %s done; the database is at %s", apply->done,
                              count, apply->done == 1 ? "is" : "are", where);
    tell_steps(apply, g_ptr_array_index(apply->plan->revisions, apply->done), d);
    if (apply->backup)
        diag_set_hint(d, "gen db restore %s puts the database back to what it was", apply->backup);
}

/* The run */

static char *join_ids(const GPtrArray *revisions)
{
    GString *ids = g_string_new(NULL);
    for (guint i = 0; i < revisions->len; i++)
        g_string_append_printf(ids, "%s%s", i ? " " : "",
                               ((const Revision *)g_ptr_array_index(revisions, i))->id);
    return g_string_free(ids, FALSE);
}

static bool call_hook(Apply *apply, Hook upgrade, Hook downgrade)
{
    g_autofree char *ids = join_ids(apply->plan->revisions);
    const char *variables[] = {"GEN_DIRECTION",
                               direction_word(apply->request),
                               "GEN_REVISIONS",
                               ids,
                               "GEN_DATABASE_NAME",
                               connection_database(apply->context->connection),
                               NULL};
    return hooks_run(apply->context, apply->request->downgrade ? downgrade : upgrade, variables);
}

static bool take_backup(Apply *apply)
{
    Context *context = apply->context;
    if (!apply->request->backup && !context->config->backup_always)
        return true;
    const Revision *head =
        apply->current->len > 0 ? g_ptr_array_index(apply->current, apply->current->len - 1) : NULL;
    if (!backup_take(context->connection, context->config->backups, head ? head->id : "base",
                     signals_interrupted, NULL, &apply->backup, context->diagnostics))
        return false;
    messages_say(context, "backup: %s", apply->backup);
    return true;
}

/* Whether it came to its end; what stopped it is among the diagnostics, or was a signal. */
static bool run_plan(Apply *apply)
{
    Context *context = apply->context;
    apply->progress = progress_new(context, apply->plan);
    Runner runner = runner_of(apply);
    bool good = runner_run(&runner, apply->plan, apply->files, &apply->done, context->diagnostics);
    g_autoptr(GPtrArray) after = heads_after(apply, apply->done);
    if (context->json && !apply->request->no_result)
        print_json(apply, after);
    progress_end(apply->progress);
    if (!good) {
        report_stop(apply, after);
        call_hook(apply, HOOK_ON_FAILURE, HOOK_ON_FAILURE);
        return false;
    }
    g_autofree char *where = describe_state(after);
    messages_say(context, "%s is at %s", connection_database(context->connection), where);
    return call_hook(apply, HOOK_AFTER_UPGRADE, HOOK_AFTER_DOWNGRADE);
}

static void report_nothing(Apply *apply)
{
    if (apply->context->json) {
        print_json(apply, apply->current);
        return;
    }
    g_autofree char *where = describe_state(apply->current);
    messages_say(apply->context, "nothing to do: %s is at %s",
                 connection_database(apply->context->connection), where);
}

int apply_run(Context *context, const ApplyRequest *request)
{
    if (request->sql)
        return offline_run(context, request);
    g_auto(Apply) apply = {.context = context, .request = request};
    if (!prepare(&apply))
        return EXIT_STATUS_USAGE;
    if (apply.plan->revisions->len == 0)
        report_nothing(&apply);
    else if (request->dry_run)
        print_dry_run(&apply);
    else if (!call_hook(&apply, HOOK_BEFORE_UPGRADE, HOOK_BEFORE_DOWNGRADE) ||
             !take_backup(&apply) || !run_plan(&apply))
        return EXIT_STATUS_STATEMENT;
    return EXIT_STATUS_DONE;
}
