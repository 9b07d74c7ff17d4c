#include "generator/command.h"
#include "generator/import.h"
#include "generator/json_out.h"
#include "generator/messages.h"

static void report(const Context *context, const State *state, const ModelWriteResult *result)
{
    if (context->json) {
        g_autoptr(JsonBuilder) builder = json_builder_new();
        json_builder_begin_object(builder);
        json_add_string(builder, "models", context->config->models);
        json_add_int(builder, "objects", state->objects->len);
        json_add_int(builder, "unmanaged", state->unmanaged->len);
        json_add_int(builder, "written", result->written);
        json_add_int(builder, "kept", result->kept);
        json_add_int(builder, "removed", result->removed);
        json_builder_end_object(builder);
        json_print(builder);
        return;
    }
    messages_say(context, "%u objects in %s: %u files written, %u kept, %u removed",
                 state->objects->len, context->config->models, result->written, result->kept,
                 result->removed);
}

static int run(Context *context, char **arguments)
{
    (void)arguments;
    Sources sources;
    if (!sources_open(context, &sources))
        return EXIT_STATUS_DATABASE;
    g_autoptr(State) state = source_database(&sources, context->diagnostics);
    if (!state)
        return EXIT_STATUS_DATABASE;
    source_report_unmanaged(state, context->diagnostics);
    ModelWriteResult result;
    if (!import_models(&sources, state, &result, context->diagnostics))
        return EXIT_STATUS_USAGE;
    report(context, state, &result);
    return EXIT_STATUS_DONE;
}

const Command command_import = {
    .name = "import",
    .summary = "Write models from the live database",
    .details = "One file for each table under models/. What models already say stays as it is, "
               "comments and layout included.",
    .run = run,
};
