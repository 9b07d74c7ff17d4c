#include "generator/command.h"
#include "generator/json_out.h"
#include "generator/locked.h"
#include "generator/messages.h"
#include "migrations/repair.h"

#include <stdio.h>

static gboolean yes;
static gboolean forget;
static gboolean finish;

static const GOptionEntry entries[] = {
    {"yes", 'y', 0, G_OPTION_ARG_NONE, &yes, "Do it without asking", NULL},
    {"forget", 0, 0, G_OPTION_ARG_NONE, &forget,
     "A stopped run was undone by hand: its steps never ran", NULL},
    {"finish", 0, 0, G_OPTION_ARG_NONE, &finish,
     "A stopped run was completed by hand: its last steps are done", NULL},
    {0}};

static void print_findings(const GPtrArray *findings)
{
    for (guint i = 0; i < findings->len; i++) {
        const Finding *finding = g_ptr_array_index(findings, i);
        printf("%s\n  %s %s\n", finding->text, finding->sql ? "→" : "you decide:", finding->cure);
    }
    fflush(stdout);
}

static void print_json(const Context *context, const GPtrArray *findings, bool done)
{
    g_autoptr(JsonBuilder) builder = json_builder_new();
    json_builder_begin_object(builder);
    json_add_string(builder, "database", connection_describe(context->connection));
    json_add_bool(builder, "repaired", done);
    json_builder_set_member_name(builder, "findings");
    json_builder_begin_array(builder);
    for (guint i = 0; i < findings->len; i++) {
        const Finding *finding = g_ptr_array_index(findings, i);
        json_builder_begin_object(builder);
        json_add_string(builder, "finding", finding->text);
        json_add_string(builder, "cure", finding->cure);
        json_add_string(builder, "sql", finding->sql);
        json_builder_end_object(builder);
    }
    json_builder_end_array(builder);
    json_builder_end_object(builder);
    json_print(builder);
}

/* The SQL of all cures, one transaction; "" when there is none. Freed with g_free. */
static char *cures(const GPtrArray *findings)
{
    g_autoptr(GString) sql = g_string_new(NULL);
    for (guint i = 0; i < findings->len; i++) {
        const Finding *finding = g_ptr_array_index(findings, i);
        g_string_append(sql, finding->sql ? finding->sql : "");
    }
    return sql->len > 0 ? g_strdup_printf("BEGIN;\n%sCOMMIT;\n", sql->str) : g_strdup("");
}

static int repair(Context *context, const GPtrArray *findings)
{
    g_autofree char *sql = cures(findings);
    if (!context->json)
        print_findings(findings);
    bool done = *sql && (yes || context_ask(context, "repair?")) && context_writable(context) &&
                connection_run(context->connection, sql, context->diagnostics);
    if (context->json)
        print_json(context, findings, done);
    if (done)
        messages_say(context, "repaired");
    else if (*sql)
        messages_say(context, "nothing was changed; --yes does it without asking");
    else
        messages_say(context, findings->len > 0 ? "there is nothing that gen can do by itself"
                                                : "nothing is wrong");
    return findings->len > 0 && !done ? EXIT_STATUS_OUT_OF_STEP : EXIT_STATUS_DONE;
}

static int run(Context *context, char **arguments)
{
    (void)arguments;
    if (forget && finish) {
        diag_error(context->diagnostics, DIAG_USAGE, PLACE_NONE,
                   "--forget and --finish exclude each other");
        return EXIT_STATUS_USAGE;
    }
    PartialRemedy remedy = forget ? PARTIAL_FORGET : finish ? PARTIAL_FINISH : PARTIAL_KEEP;
    g_autoptr(RunnerLock) lock = context_graph(context) ? context_lock(context, -1) : NULL;
    g_autoptr(DatabaseState) state = lock ? context_state(context) : NULL;
    g_autoptr(GPtrArray) findings =
        state ? repair_findings(context->graph, state, context_table(context), remedy,
                                context->diagnostics)
              : NULL;
    return findings ? repair(context, findings) : EXIT_STATUS_USAGE;
}

const Command command_repair = {
    .name = "repair",
    .summary = "Put the version table right after a failure or an edited file",
    .details = "Shows what is wrong and what would be done, asks, then does it.",
    .options = entries,
    .fleet = true,
    .run = run,
};
