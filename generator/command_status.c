#include "generator/command.h"
#include "generator/drift.h"
#include "generator/findings.h"
#include "generator/json_out.h"
#include "migrations/failure.h"
#include "migrations/hazard.h"
#include "migrations/runner.h"

#include <stdio.h>

/* What the page says. */
typedef struct Status {
    DatabaseState *state;
    GPtrArray *current;
    RunPlan *pending;
    GPtrArray *hazards; /* Hazard, of what is pending */
    GPtrArray *edited;  /* char *: files that were edited after they were applied */
    char *drift;        /* a phrase: how the database differs from the models */
    gint64 differences; /* -1: not known */
} Status;

static void status_clear(Status *status)
{
    database_state_free(status->state);
    run_plan_free(status->pending);
    g_clear_pointer(&status->current, g_ptr_array_unref);
    g_clear_pointer(&status->hazards, g_ptr_array_unref);
    g_clear_pointer(&status->edited, g_ptr_array_unref);
    g_free(status->drift);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Status, status_clear)

static bool find_hazards(Context *context, Status *status)
{
    g_autoptr(GPtrArray) files = runner_read_files(status->pending, context->diagnostics);
    if (!files)
        return false;
    for (guint i = 0; i < files->len; i++) {
        const RevisionFile *file = g_ptr_array_index(files, i);
        GPtrArray *found = hazards_of(&file->upgrade, file->path);
        if (status->hazards)
            g_ptr_array_extend_and_steal(status->hazards, found);
        else
            status->hazards = found;
    }
    return true;
}

static void find_edited(Status *status)
{
    g_autoptr(Diagnostics) found = diagnostics_new();
    runner_check_applied(status->state, status->pending->applied, found);
    status->edited = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < diagnostics_count(found); i++)
        if (diagnostics_get(found, i)->place.file)
            g_ptr_array_add(status->edited, g_strdup(diagnostics_get(found, i)->place.file));
}

/* What keeps the comparison from being made is no fault of the page. */
static void find_drift(Context *context, Status *status)
{
    status->differences = -1;
    if (status->pending->revisions->len > 0) {
        status->drift = g_strdup("not known while revisions are pending");
        return;
    }
    g_autoptr(Diagnostics) faults = diagnostics_new();
    g_autoptr(GPtrArray) findings = findings_new();
    if (!drift_find(context, "database", "models", findings, faults)) {
        status->drift = g_strdup_printf("not known: %s", diagnostics_get(faults, 0)->text);
        return;
    }
    status->differences = findings_errors(findings);
    status->drift = status->differences
                        ? g_strdup_printf("%" G_GINT64_FORMAT
                                          " differences from the models; gen check lists them",
                                          status->differences)
                        : g_strdup("none: the database is what the models say");
}

static bool find_out(Context *context, Status *status)
{
    static const char *const heads[] = {"heads", NULL};
    if (!context_graph(context) || !(status->state = context_state(context)))
        return false;
    status->current = database_state_heads(status->state, context->graph, context->diagnostics);
    if (!status->current)
        return false;
    ExpressionScope scope = {context->graph, status->current};
    status->pending = run_plan_upgrade(&scope, heads, context->diagnostics);
    if (!status->pending || !find_hazards(context, status))
        return false;
    find_edited(status);
    find_drift(context, status);
    return true;
}

static const PartialRun *stopped(const Status *status, const char **ret_id)
{
    *ret_id = database_state_partial(status->state);
    return *ret_id
               ? ((const RevisionLog *)g_hash_table_lookup(status->state->logs, *ret_id))->partial
               : NULL;
}

static void print_row(const char *name, const char *text)
{
    printf("%-10s %s\n", name, text);
}

static void print_stopped(const Status *status)
{
    const char *id;
    const PartialRun *partial = stopped(status, &id);
    if (!partial)
        return;
    g_autofree char *text = g_strdup_printf(
        "%s of %s after %u of %u steps%s%s", partial->downgrade ? "downgrade" : "upgrade", id,
        partial->steps_done, partial->steps, partial->error ? ": " : "",
        partial->error ? partial->error : "");
    print_row("stopped", text);
}

static void print_pending(const Status *status)
{
    const GPtrArray *revisions = status->pending->revisions;
    g_autofree char *count =
        g_strdup_printf("%u revision%s", revisions->len, revisions->len == 1 ? "" : "s");
    print_row("pending", revisions->len > 0 ? count : "nothing");
    for (guint i = 0; i < revisions->len; i++) {
        const Revision *revision = g_ptr_array_index(revisions, i);
        g_autofree char *title = revision_title(revision);
        printf("           + %s %s\n", revision->id, title);
    }
}

static void print_page(const Context *context, const Status *status)
{
    int version = connection_version(context->connection);
    g_autofree char *database =
        g_strdup_printf("%s (PostgreSQL %d.%d)", connection_describe(context->connection),
                        version / 10000, version % 10000);
    g_autofree char *at =
        status->current->len > 0 ? revisions_describe(status->current) : g_strdup("base");
    print_row("database", database);
    print_row("at", status->state->version_exists ? at : "no version table yet: base");
    print_stopped(status);
    for (guint i = 0; i < status->edited->len; i++)
        print_row("edited", g_ptr_array_index(status->edited, i));
    print_pending(status);
    print_row("drift", status->drift);
    for (guint i = 0; status->hazards && i < status->hazards->len; i++) {
        const Hazard *hazard = g_ptr_array_index(status->hazards, i);
        g_autofree char *text = g_strdup_printf("%s: %s (%s:%d)", hazard_word(hazard->kind),
                                                hazard->text, hazard->path, hazard->line);
        print_row("hazard", text);
    }
}

static void print_json(const Context *context, const Status *status)
{
    g_autoptr(JsonBuilder) builder = json_builder_new();
    const char *id;
    const PartialRun *partial = stopped(status, &id);
    json_builder_begin_object(builder);
    json_add_string(builder, "database", connection_describe(context->connection));
    json_add_int(builder, "server_version", connection_version(context->connection));
    json_add_bool(builder, "versioned", status->state->version_exists);
    json_add_ids(builder, "current", status->current);
    json_add_ids(builder, "pending", status->pending->revisions);
    json_add_strings(builder, "edited", status->edited);
    json_add_string(builder, "drift", status->drift);
    json_add_int(builder, "differences", status->differences);
    json_add_string(builder, "stopped", id);
    json_add_int(builder, "stopped_steps_done", partial ? partial->steps_done : 0);
    json_add_int(builder, "stopped_steps", partial ? partial->steps : 0);
    json_builder_set_member_name(builder, "hazards");
    json_builder_begin_array(builder);
    for (guint i = 0; status->hazards && i < status->hazards->len; i++) {
        const Hazard *hazard = g_ptr_array_index(status->hazards, i);
        json_builder_begin_object(builder);
        json_add_string(builder, "hazard", hazard_word(hazard->kind));
        json_add_string(builder, "message", hazard->text);
        json_add_string(builder, "file", hazard->path);
        json_add_int(builder, "line", hazard->line);
        json_builder_end_object(builder);
    }
    json_builder_end_array(builder);
    json_builder_end_object(builder);
    json_print(builder);
}

static int run(Context *context, char **arguments)
{
    (void)arguments;
    g_auto(Status) status = {0};
    if (!find_out(context, &status))
        return EXIT_STATUS_USAGE;
    if (context->json)
        print_json(context, &status);
    else
        print_page(context, &status);
    return EXIT_STATUS_DONE;
}

const Command command_status = {
    .name = "status",
    .summary = "One page: where the database is, what is pending, what is wrong",
    .fleet = true,
    .run = run,
};
