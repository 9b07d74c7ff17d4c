#include "generator/command.h"
#include "generator/json_out.h"
#include "generator/locked.h"
#include "generator/messages.h"
#include "generator/signals.h"
#include "migrations/backup.h"

#include <stdio.h>
#include <string.h>

static gboolean yes;

static const GOptionEntry entries[] = {{"yes", 'y', 0, G_OPTION_ARG_NONE, &yes, "Do not ask", NULL},
                                       {0}};

/* Whether to go on with what cannot be undone. */
static bool confirm(Context *context, const char *what)
{
    g_autofree char *question =
        g_strdup_printf("%s in %s?", what, connection_describe(context->connection));
    if (yes || context_ask(context, question))
        return true;
    diag_set_hint(diag_error(context->diagnostics, DIAG_USAGE, PLACE_NONE, "nothing was done"),
                  "--yes does it without asking");
    return false;
}

static void print_result(const Context *context, const char *action, const char *path)
{
    if (!context->json)
        return;
    g_autoptr(JsonBuilder) builder = json_builder_new();
    json_builder_begin_object(builder);
    json_add_string(builder, "database", connection_describe(context->connection));
    json_add_string(builder, "action", action);
    json_add_string(builder, "file", path);
    json_builder_end_object(builder);
    json_print(builder);
}

static bool run_backup(Context *context, const char *path)
{
    g_autofree char *made = NULL;
    (void)path;
    if (!context_connection(context) ||
        !backup_take(context->connection, context->config->backups, "", signals_interrupted, NULL,
                     &made, context->diagnostics))
        return false;
    if (!context->json)
        printf("%s\n", made);
    print_result(context, "backup", made);
    return true;
}

static bool run_restore(Context *context, const char *path)
{
    g_autoptr(RunnerLock) lock = context_lock(context, -1);
    if (!lock || !context_writable(context) ||
        !confirm(context, "put the backup in the place of everything") ||
        !backup_restore(context->connection, path, signals_interrupted, NULL, context->diagnostics))
        return false;
    messages_say(context, "restored %s", path);
    print_result(context, "restore", path);
    return true;
}

static bool run_reset(Context *context, const char *path)
{
    (void)path;
    g_autoptr(RunnerLock) lock = context_lock(context, -1);
    if (!lock || !context_writable(context) || !confirm(context, "drop everything") ||
        !connection_run(context->connection, backup_empty_sql(), context->diagnostics))
        return false;
    messages_say(context, "%s is empty", connection_database(context->connection));
    print_result(context, "reset", NULL);
    return true;
}

static const struct {
    const char *name;
    bool takes_file;
    bool (*run)(Context *context, const char *path);
} actions[] = {
    {"backup", false, run_backup},
    {"restore", true, run_restore},
    {"reset", false, run_reset},
};

static int run(Context *context, char **arguments)
{
    for (gsize i = 0; i < G_N_ELEMENTS(actions); i++) {
        if (strcmp(actions[i].name, arguments[0]) != 0)
            continue;
        if ((arguments[1] != NULL) == actions[i].takes_file)
            return actions[i].run(context, arguments[1]) ? EXIT_STATUS_DONE : EXIT_STATUS_USAGE;
    }
    diag_set_hint(
        diag_error(context->diagnostics, DIAG_USAGE, PLACE_NONE, "gen db wants one of its actions"),
        "gen db backup, gen db restore FILE, gen db reset");
    return EXIT_STATUS_USAGE;
}

const Command command_db = {
    .name = "db",
    .arguments = "backup|restore FILE|reset",
    .summary = "Back up a database, restore it, empty it",
    .details = "Backups are made by pg_dump into the folder that gen.yml calls backups.",
    .options = entries,
    .min_arguments = 1,
    .max_arguments = 2,
    .fleet = true,
    .run = run,
};
