#include "generator/command.h"
#include "generator/json_out.h"
#include "generator/proposal.h"
#include "generator/source.h"
#include "schema/requirement.h"

#include <stdio.h>

/* Without a server at hand the script is written for this one, or a newer one that the models
 * need. */
#define DEFAULT_SERVER_VERSION 150000

static int run(Context *context, char **arguments)
{
    (void)arguments;
    Sources sources = {.config = context->config, .table = context_table(context)};
    EmitOptions options = {0};
    if (context_has_database(context)) {
        Connection *connection = context_connection(context);
        if (!connection)
            return EXIT_STATUS_DATABASE;
        options.server_version = connection_version(connection);
    }
    g_autoptr(State) models = source_models(&sources, context->diagnostics);
    if (!models)
        return EXIT_STATUS_MODELS;
    if (!options.server_version)
        options.server_version = MAX(DEFAULT_SERVER_VERSION, requirement_of(models));
    g_autoptr(Script) script = build_script(models, &options, context->diagnostics);
    if (!script)
        return EXIT_STATUS_MODELS;
    g_autoptr(RevisionFile) file = revision_file_new();
    script_to_section(script, &file->upgrade);
    g_autofree char *text = section_text(&file->upgrade);
    if (context->json)
        json_print_text("sql", text);
    else
        fputs(text, stdout);
    return EXIT_STATUS_DONE;
}

const Command command_sql = {
    .name = "sql",
    .summary = "Print the models as one SQL script",
    .details = "The statements come in an order that runs on an empty database.",
    .run = run,
};
