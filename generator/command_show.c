#include "generator/command.h"
#include "generator/json_out.h"
#include "generator/listing.h"
#include "migrations/revision_parse.h"

#include <stdio.h>

static void print_json(const Listing *listing, const Revision *revision, const RevisionFile *file)
{
    g_autofree char *upgrade = section_text(&file->upgrade);
    g_autofree char *downgrade = section_text(&file->downgrade);
    g_autoptr(JsonBuilder) builder = json_builder_new();
    json_builder_begin_object(builder);
    listing_add_json(builder, listing, revision);
    json_add_string(builder, "generator", file->generator);
    json_add_string(builder, "verified", file->verified);
    json_add_strings(builder, "changes", file->changes);
    json_add_string(builder, "upgrade", file->upgrade.present ? upgrade : NULL);
    json_add_string(builder, "downgrade", file->downgrade.present ? downgrade : NULL);
    json_builder_end_object(builder);
    json_print(builder);
}

static int show(Context *context, const Listing *listing, const Revision *revision)
{
    g_autoptr(RevisionFile) file = revision_read(revision->file->path, context->diagnostics);
    if (!file)
        return EXIT_STATUS_USAGE;
    if (context->json) {
        print_json(listing, revision, file);
        return EXIT_STATUS_DONE;
    }
    g_autofree char *text = revision_file_text(file);
    g_autofree char *line = listing_line(listing, revision, true);
    printf("%s\n%s\n\n%s", line, revision->file->path, text);
    return EXIT_STATUS_DONE;
}

static int run(Context *context, char **arguments)
{
    const char *text = *arguments ? *arguments : "head";
    ExpressionScope scope;
    if (!context_scope(context, text, &scope))
        return EXIT_STATUS_USAGE;
    g_autoptr(GPtrArray) current = (GPtrArray *)scope.current;
    const Revision *revision = expression_resolve_one(&scope, text, context->diagnostics);
    if (!revision)
        return EXIT_STATUS_USAGE;
    g_autoptr(GHashTable) labels = graph_labels(scope.graph);
    Listing listing = {scope.graph, current, labels, true};
    return show(context, &listing, revision);
}

const Command command_show = {
    .name = "show",
    .arguments = "[REVISION]",
    .summary = "Show a revision with its SQL",
    .max_arguments = 1,
    .relative = true,
    .run = run,
};
