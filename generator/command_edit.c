#include "generator/command.h"
#include "generator/json_out.h"
#include "generator/new_revision.h"
#include "migrations/revision_parse.h"

static int run(Context *context, char **arguments)
{
    const char *text = *arguments ? *arguments : "head";
    g_auto(ExpressionScope) scope = {NULL, NULL};
    if (!context_scope(context, text, &scope))
        return EXIT_STATUS_USAGE;
    const Revision *revision = expression_resolve_one(&scope, text, context->diagnostics);
    if (!revision || !editor_open(context, revision->file->path))
        return EXIT_STATUS_USAGE;
    g_autoptr(RevisionFile) file = revision_read(revision->file->path, context->diagnostics);
    if (!file)
        return EXIT_STATUS_USAGE;
    if (context->json) {
        g_autoptr(JsonBuilder) builder = json_builder_new();
        json_builder_begin_object(builder);
        json_add_string(builder, "revision", file->id);
        json_add_string(builder, "file", file->path);
        json_builder_end_object(builder);
        json_print(builder);
    }
    return EXIT_STATUS_DONE;
}

const Command command_edit = {
    .name = "edit",
    .arguments = "[REVISION]",
    .summary = "Open a revision in $VISUAL or $EDITOR, and check it afterwards",
    .max_arguments = 1,
    .relative = true,
    .run = run,
};
