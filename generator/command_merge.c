#include "generator/command.h"
#include "generator/new_revision.h"

static char *message;
static char *branch_label;
static char *rev_id;

static const GOptionEntry entries[] = {
    {"message", 'm', 0, G_OPTION_ARG_STRING, &message, "What is merged", "TEXT"},
    {"branch-label", 0, 0, G_OPTION_ARG_STRING, &branch_label, "Name the branch from here on",
     "LABEL"},
    {"rev-id", 0, 0, G_OPTION_ARG_STRING, &rev_id, "The id to give it", "ID"},
    {0}};

static char *default_message(const RevisionFile *file)
{
    GString *text = g_string_new("merge ");
    for (guint i = 0; i < file->revises->len; i++)
        g_string_append_printf(text, "%s%s", i ? ", " : "",
                               (const char *)g_ptr_array_index(file->revises, i));
    return g_string_free(text, FALSE);
}

static int run(Context *context, char **arguments)
{
    static const char *const all[] = {"heads", NULL};
    NewRevision request = {.message = message,
                           .heads = *arguments ? (const char *const *)arguments : all,
                           .branch_label = branch_label,
                           .id = rev_id};
    g_autoptr(RevisionFile) file = revision_file_new();
    if (!new_revision_fill(context, &request, file))
        return EXIT_STATUS_USAGE;
    if (file->revises->len < 2) {
        diag_error(context->diagnostics, DIAG_USAGE, PLACE_NONE,
                   "there is nothing to merge: that is one revision");
        return EXIT_STATUS_USAGE;
    }
    if (!message) {
        g_free(file->message);
        file->message = default_message(file);
    }
    return new_revision_write(context, file, false) ? EXIT_STATUS_DONE : EXIT_STATUS_USAGE;
}

const Command command_merge = {
    .name = "merge",
    .arguments = "[REVISION…]",
    .summary = "Write a revision that brings several heads together",
    .options = entries,
    .max_arguments = -1,
    .run = run,
};
