#include "generator/command.h"
#include "generator/json_out.h"
#include "generator/messages.h"
#include "generator/waiting.h"

static double timeout = 60;

static const GOptionEntry entries[] = {
    {"timeout", 't', 0, G_OPTION_ARG_DOUBLE, &timeout, "Give up after so long (60)", "SECONDS"},
    {0}};

static int run(Context *context, char **arguments)
{
    (void)arguments;
    gint64 started = g_get_monotonic_time();
    if (!wait_for_database(context, timeout))
        return EXIT_STATUS_DATABASE;
    double seconds = (double)(g_get_monotonic_time() - started) / G_USEC_PER_SEC;
    if (context->json) {
        g_autoptr(JsonBuilder) builder = json_builder_new();
        json_builder_begin_object(builder);
        json_add_string(builder, "database", connection_describe(context->connection));
        json_add_int(builder, "server_version", connection_version(context->connection));
        json_add_double(builder, "seconds", (double)(gint64)(seconds * 1e3) / 1e3);
        json_builder_end_object(builder);
        json_print(builder);
    }
    messages_say(context, "%s answers", connection_describe(context->connection));
    return EXIT_STATUS_DONE;
}

const Command command_wait = {
    .name = "wait",
    .summary = "Wait until the database answers",
    .options = entries,
    .fleet = true,
    .run = run,
};
