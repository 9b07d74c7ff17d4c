#include "generator/command.h"
#include "generator/json_out.h"
#include "generator/listing.h"
#include "migrations/revision_parse.h"

#include <stdio.h>
#include <string.h>

static void add_json(JsonBuilder *builder, const Listing *listing, const Revision *revision,
                     const RevisionFile *file)
{
    g_autofree char *upgrade = section_text(&file->upgrade);
    g_autofree char *downgrade = section_text(&file->downgrade);
    json_builder_begin_object(builder);
    listing_add_json(builder, listing, revision);
    json_add_string(builder, "generator", file->generator);
    json_add_string(builder, "verified", file->verified);
    json_add_strings(builder, "changes", file->changes);
    json_add_string(builder, "upgrade", file->upgrade.present ? upgrade : NULL);
    json_add_string(builder, "downgrade", file->downgrade.present ? downgrade : NULL);
    json_builder_end_object(builder);
}

static void print_text(const Listing *listing, const Revision *revision, const RevisionFile *file,
                       bool first)
{
    g_autofree char *text = revision_file_text(file);
    g_autofree char *line = listing_line(listing, revision, true);
    printf("%s%s\n%s\n\n%s", first ? "" : "\n", line, revision->file->path, text);
}

static bool show(Context *context, const Listing *listing, const GPtrArray *revisions)
{
    g_autoptr(JsonBuilder) builder = json_builder_new();
    json_builder_begin_object(builder);
    json_builder_set_member_name(builder, "revisions");
    json_builder_begin_array(builder);
    for (guint i = 0; i < revisions->len; i++) {
        const Revision *revision = g_ptr_array_index(revisions, i);
        g_autoptr(RevisionFile) file = revision_read(revision->file->path, context->diagnostics);
        if (!file)
            return false;
        if (context->json)
            add_json(builder, listing, revision, file);
        else
            print_text(listing, revision, file, i == 0);
    }
    json_builder_end_array(builder);
    json_builder_end_object(builder);
    if (context->json)
        json_print(builder);
    return true;
}

static int run(Context *context, char **arguments)
{
    const char *text = *arguments ? *arguments : "head";
    g_auto(ExpressionScope) scope = {NULL, NULL};
    if (!context_scope(context, text, &scope))
        return EXIT_STATUS_USAGE;
    g_autoptr(GPtrArray) revisions = strchr(text, ':')
                                         ? expression_range(&scope, text, context->diagnostics)
                                         : expression_resolve(&scope, text, context->diagnostics);
    if (revisions && revisions->len == 0)
        diag_error(context->diagnostics, DIAG_USAGE, PLACE_NONE,
                   "%s is before every revision: there is nothing to show", text);
    if (!revisions || revisions->len == 0)
        return EXIT_STATUS_USAGE;
    g_autoptr(GHashTable) labels = graph_labels(scope.graph);
    Listing listing = {scope.graph, scope.current, labels, true};
    return show(context, &listing, revisions) ? EXIT_STATUS_DONE : EXIT_STATUS_USAGE;
}

const Command command_show = {
    .name = "show",
    .arguments = "[REVISION]",
    .summary = "Show a revision, or several, with their SQL",
    .max_arguments = 1,
    .relative = true,
    .run = run,
};
