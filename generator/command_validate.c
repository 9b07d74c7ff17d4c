#include "generator/command.h"
#include "generator/json_out.h"
#include "generator/messages.h"
#include "migrations/revision_parse.h"
#include "migrations/runner.h"

#include <pg_query.h>
#include <string.h>

static gboolean offline;

static const GOptionEntry entries[] = {{"offline", 0, 0, G_OPTION_ARG_NONE, &offline,
                                        "Do not ask a database what it has applied", NULL},
                                       {0}};

/* The parser is PostgreSQL 15's: what it does not know may be newer SQL, so it is a remark. */
static void check_syntax(Context *context, const RevisionFile *file, const StepItem *item)
{
    PgQueryParseResult result = pg_query_parse(item->text);
    if (result.error)
        diag_warning(context->diagnostics, DIAG_REVISION, (Place){file->path, item->line, 0},
                     "not analysed: %s", result.error->message);
    pg_query_free_parse_result(result);
}

static void check_section(Context *context, const RevisionFile *file, const Section *section,
                          const char *word)
{
    if (!section->present)
        diag_error(context->diagnostics, DIAG_REVISION, (Place){file->path, 0, 0},
                   "the file has no %s", word);
    for (guint i = 0; i < section->steps->len; i++) {
        const Step *step = g_ptr_array_index(section->steps, i);
        for (guint j = 0; j < step->items->len; j++) {
            const StepItem *item = g_ptr_array_index(step->items, j);
            if (item->kind == STEP_STATEMENT)
                check_syntax(context, file, item);
        }
    }
}

static void check_file(Context *context, const Revision *revision)
{
    g_autoptr(RevisionFile) file = revision_read(revision->file->path, context->diagnostics);
    if (!file)
        return;
    check_section(context, file, &file->upgrade, "upgrade");
    check_section(context, file, &file->downgrade, "downgrade");
}

static void check_applied(Context *context, const GPtrArray *revisions)
{
    g_autoptr(DatabaseState) state = context_state(context);
    g_autoptr(GPtrArray) heads =
        state ? database_state_heads(state, context->graph, context->diagnostics) : NULL;
    if (!heads)
        return;
    g_autoptr(GPtrArray) applied = graph_ancestors(context->graph, heads, true);
    g_autoptr(GPtrArray) chosen = revisions_new();
    for (guint i = 0; i < applied->len; i++)
        if (revisions_contain(revisions, g_ptr_array_index(applied, i)))
            g_ptr_array_add(chosen, g_ptr_array_index(applied, i));
    runner_check_applied(state, chosen, context->diagnostics);
}

static GPtrArray *choose(Context *context, char **arguments)
{
    if (!*arguments)
        return g_ptr_array_ref(context->graph->revisions);
    g_auto(ExpressionScope) scope = {NULL, NULL};
    if (!context_scope(context, *arguments, &scope))
        return NULL;
    if (strchr(*arguments, ':'))
        return expression_range(&scope, *arguments, context->diagnostics);
    return expression_resolve(&scope, *arguments, context->diagnostics);
}

static void print_json(const Context *context, guint files)
{
    g_autoptr(JsonBuilder) builder = json_builder_new();
    json_builder_begin_object(builder);
    json_add_bool(builder, "valid", !diagnostics_failed(context->diagnostics));
    json_add_int(builder, "files", files);
    json_builder_set_member_name(builder, "problems");
    json_builder_begin_array(builder);
    for (guint i = 0; i < diagnostics_count(context->diagnostics); i++) {
        const Diagnostic *d = diagnostics_get(context->diagnostics, i);
        json_builder_begin_object(builder);
        json_add_string(builder, "file", d->place.file);
        json_add_int(builder, "line", d->place.line);
        json_add_string(builder, "severity", d->severity == SEVERITY_ERROR ? "error" : "warning");
        json_add_string(builder, "code", diag_code_word(d->code));
        json_add_string(builder, "message", d->text);
        json_builder_end_object(builder);
    }
    json_builder_end_array(builder);
    json_builder_end_object(builder);
    json_print(builder);
}

/* A database that cannot be asked keeps its own exit status; what is wrong with files is 1. */
static int status_of(const Context *context)
{
    ExitStatus status = diagnostics_status(context->diagnostics);
    return status == EXIT_STATUS_DATABASE ? EXIT_STATUS_DATABASE : EXIT_STATUS_OUT_OF_STEP;
}

static int run(Context *context, char **arguments)
{
    guint files = 0;
    if (context_graph(context)) {
        g_autoptr(GPtrArray) revisions = choose(context, arguments);
        if (!revisions)
            return EXIT_STATUS_USAGE;
        files = revisions->len;
        for (guint i = 0; i < files; i++)
            check_file(context, g_ptr_array_index(revisions, i));
        if (!offline && context_has_database(context))
            check_applied(context, revisions);
    }
    if (context->json)
        print_json(context, files);
    if (!diagnostics_failed(context->diagnostics)) {
        messages_say(context, "%u revision files are valid", files);
        return EXIT_STATUS_DONE;
    }
    context->status = status_of(context);
    return context->status;
}

const Command command_validate = {
    .name = "validate",
    .arguments = "[REVISION]",
    .summary = "Check revision files: graph, SQL, both directions, edits after applying",
    .options = entries,
    .max_arguments = 1,
    .relative = true,
    .fleet = true,
    .run = run,
};
