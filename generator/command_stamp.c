#include "generator/command.h"
#include "generator/json_out.h"
#include "generator/locked.h"
#include "generator/messages.h"
#include "migrations/stamp.h"

#include <stdio.h>

static gboolean purge;
static gboolean sql;

static const GOptionEntry entries[] = {
    {"purge", 0, 0, G_OPTION_ARG_NONE, &purge, "Remove all other rows, unknown ones too", NULL},
    {"sql", 0, 0, G_OPTION_ARG_NONE, &sql, "Print the SQL, run nothing", NULL},
    {0}};

static GPtrArray *resolve(Context *context, const DatabaseState *state, char **arguments)
{
    /* With --purge the rows need not make sense; a relative target is then an error. */
    g_autoptr(GPtrArray) current =
        purge ? NULL : database_state_heads(state, context->graph, context->diagnostics);
    if (!purge && !current)
        return NULL;
    ExpressionScope scope = {context->graph, current};
    g_autoptr(GPtrArray) targets = revisions_new();
    for (; *arguments; arguments++) {
        g_autoptr(GPtrArray) found = expression_resolve(&scope, *arguments, context->diagnostics);
        if (!found)
            return NULL;
        for (guint i = 0; i < found->len; i++)
            g_ptr_array_add(targets, g_ptr_array_index(found, i));
    }
    revisions_sort(targets);
    return g_steal_pointer(&targets);
}

static void report(Context *context, const Stamp *stamp)
{
    if (context->json) {
        g_autoptr(JsonBuilder) builder = json_builder_new();
        json_builder_begin_object(builder);
        json_add_string(builder, "database", connection_describe(context->connection));
        json_add_ids(builder, "stamped", stamp->revisions);
        json_add_strings(builder, "removed", stamp->remove);
        json_add_strings(builder, "added", stamp->add);
        json_builder_end_object(builder);
        json_print(builder);
        return;
    }
    g_autofree char *names =
        stamp->revisions->len > 0 ? revisions_describe(stamp->revisions) : g_strdup("base");
    messages_say(context, "%s is stamped %s", connection_database(context->connection), names);
}

static int print_sql(Context *context, const Stamp *stamp)
{
    g_autofree char *text = stamp_sql(stamp, context_table(context), context->diagnostics);
    if (!text)
        return EXIT_STATUS_USAGE;
    if (context->json)
        json_print_text("sql", text);
    else
        fputs(text, stdout);
    return EXIT_STATUS_DONE;
}

static int run(Context *context, char **arguments)
{
    if (!context_graph(context))
        return EXIT_STATUS_USAGE;
    g_autoptr(RunnerLock) lock = context_lock(context, -1);
    g_autoptr(DatabaseState) state = lock ? context_state(context) : NULL;
    g_autoptr(GPtrArray) targets = state ? resolve(context, state, arguments) : NULL;
    if (!targets)
        return EXIT_STATUS_USAGE;
    g_autoptr(Stamp) stamp = stamp_new(context->graph, state, targets, purge);
    if (sql)
        return print_sql(context, stamp);
    if (context_writable(context) &&
        stamp_run(stamp, context_table(context), context->connection, context->diagnostics))
        report(context, stamp);
    return EXIT_STATUS_DONE;
}

const Command command_stamp = {
    .name = "stamp",
    .arguments = "REVISION…",
    .summary = "Say where the database is, without running anything",
    .options = entries,
    .min_arguments = 1,
    .max_arguments = -1,
    .relative = true,
    .fleet = true,
    .run = run,
};
