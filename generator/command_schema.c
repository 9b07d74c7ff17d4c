#include "generator/command.h"
#include "schema/json_schema.h"

#include <stdio.h>

static int run(Context *context, char **arguments)
{
    (void)context, (void)arguments;
    g_autofree char *text = json_schema_print();
    puts(text);
    return EXIT_STATUS_DONE;
}

const Command command_schema = {
    .name = "schema",
    .summary = "Print the JSON Schema of the model language, for editors",
    .details = "Editors that speak to yaml-language-server check models as they are written when a "
               "file begins with\n# yaml-language-server: $schema=PATH",
    .run = run,
};
