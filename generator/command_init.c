#include "generator/baseline.h"
#include "generator/command.h"
#include "generator/import.h"
#include "generator/json_out.h"
#include "generator/locked.h"
#include "generator/messages.h"
#include "migrations/revision.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

static const char settings[] = "# What gen works on. Every key: docs/configuration.md\n"
                               "models: models\n"
                               "migrations: migrations\n"
                               "# database: postgresql://localhost/shop   (or DATABASE_URL)\n"
                               "# schemas: [public]                       (or: all)\n";

static bool make_folder(Context *context, const char *path)
{
    if (g_mkdir_with_parents(path, 0777) == 0)
        return true;
    diag_error(context->diagnostics, DIAG_FILE, (Place){path, 0, 0},
               "the folder cannot be made: %s", strerror(errno));
    return false;
}

/* A gen.yml that is there stays as it is. */
static bool make_project(Context *context)
{
    const Config *config = context->config;
    bool settled = config->path != NULL || file_create("gen.yml", settings, context->diagnostics);
    return settled && make_folder(context, config->models) &&
           make_folder(context, config->migrations);
}

static void report(const Context *context, const State *state, const char *baseline)
{
    const Config *config = context->config;
    if (context->json) {
        g_autoptr(JsonBuilder) builder = json_builder_new();
        json_builder_begin_object(builder);
        json_add_string(builder, "models", config->models);
        json_add_string(builder, "migrations", config->migrations);
        json_add_int(builder, "imported", state ? state->objects->len : 0);
        json_add_string(builder, "baseline", baseline);
        json_builder_end_object(builder);
        json_print(builder);
        return;
    }
    messages_say(context, "models go to %s, revisions to %s", config->models, config->migrations);
    if (baseline)
        messages_say(context, "%u objects are imported; %s is the baseline, and stamped",
                     state->objects->len, baseline);
}

static bool holds_tables(const State *state)
{
    for (guint i = 0; i < state->objects->len; i++)
        if (object_kind(g_ptr_array_index(state->objects, i)) == KIND_TABLE)
            return true;
    return false;
}

/* What the database holds becomes models and the revision that everything later stands on. */
static int adopt(Context *context)
{
    Sources sources;
    const Graph *graph = context_graph(context);
    if (!graph || !sources_open(context, &sources))
        return EXIT_STATUS_DATABASE;
    g_autoptr(State) state = source_database(&sources, context->diagnostics);
    if (!state)
        return EXIT_STATUS_DATABASE;
    if (graph->revisions->len || !holds_tables(state)) {
        report(context, NULL, NULL);
        return EXIT_STATUS_DONE;
    }
    if (!context_writable(context))
        return EXIT_STATUS_DATABASE;
    source_report_unmanaged(state, context->diagnostics);
    ModelWriteResult result;
    if (!import_models(&sources, state, &result, context->diagnostics))
        return EXIT_STATUS_USAGE;
    g_autofree char *baseline = baseline_make(context, state);
    if (!baseline)
        return EXIT_STATUS_STATEMENT;
    report(context, state, baseline);
    return EXIT_STATUS_DONE;
}

static int run(Context *context, char **arguments)
{
    (void)arguments;
    if (!make_project(context))
        return EXIT_STATUS_USAGE;
    if (context_has_database(context))
        return adopt(context);
    report(context, NULL, NULL);
    return EXIT_STATUS_DONE;
}

const Command command_init = {
    .name = "init",
    .summary = "Make gen.yml, models/ and migrations/",
    .details =
        "With a database that has tables: imports them as models, writes a baseline revision "
        "of them and stamps it.",
    .run = run,
};
