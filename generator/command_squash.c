#include "generator/command.h"
#include "generator/json_out.h"
#include "generator/messages.h"
#include "migrations/squash.h"

#include <stdio.h>

static char *message;

static const GOptionEntry entries[] = {{"message", 'm', 0, G_OPTION_ARG_STRING, &message,
                                        "What the new revision says (all titles)", "TEXT"},
                                       {0}};

/* A database that has some of them and not all would be at a revision that has no file. */
static bool check_database(Context *context, const GPtrArray *range)
{
    if (!context_has_database(context))
        return true;
    g_autoptr(GPtrArray) current = context_current(context);
    if (!current)
        return false;
    for (guint i = 0; i + 1 < range->len; i++) {
        const Revision *revision = g_ptr_array_index(range, i);
        if (!revisions_contain(current, revision))
            continue;
        diag_set_hint(diag_error(context->diagnostics, DIAG_USAGE, PLACE_NONE,
                                 "%s is at %s, in the middle of the range",
                                 connection_describe(context->connection), revision->id),
                      "upgrade every database past the range first");
        return false;
    }
    return true;
}

static void report(const Context *context, const RevisionFile *file)
{
    if (!context->json) {
        printf("%s\n", file->path);
        messages_say(context, "%u revisions are one now", file->replaces->len + 1);
        return;
    }
    g_autoptr(JsonBuilder) builder = json_builder_new();
    json_builder_begin_object(builder);
    json_add_string(builder, "revision", file->id);
    json_add_string(builder, "file", file->path);
    json_add_strings(builder, "replaces", file->replaces);
    json_builder_end_object(builder);
    json_print(builder);
}

static int run(Context *context, char **arguments)
{
    g_auto(ExpressionScope) scope = {NULL, NULL};
    if (!context_scope(context, arguments[0], &scope))
        return EXIT_STATUS_USAGE;
    g_autoptr(GPtrArray) range = expression_range(&scope, arguments[0], context->diagnostics);
    g_autoptr(RevisionFile) file =
        range ? squash_revisions(range, message, context->diagnostics) : NULL;
    if (!file || !check_database(context, range) ||
        !squash_write(file, range, context->diagnostics))
        return EXIT_STATUS_USAGE;
    report(context, file);
    return EXIT_STATUS_DONE;
}

const Command command_squash = {
    .name = "squash",
    .arguments = "FROM:TO",
    .summary = "Put several revisions into one file",
    .details = "The new revision keeps the id of the last one: databases that have all of them\n"
               "stay where they are, new ones get all at once.",
    .options = entries,
    .min_arguments = 1,
    .max_arguments = 1,
    .relative = true,
    .run = run,
};
