#include "generator/command.h"
#include "generator/new_revision.h"

static char *message;
static char *head;
static char *branch_label;
static char **depends_on;
static char *rev_id;
static gboolean splice;
static gboolean edit;

static const GOptionEntry entries[] = {
    {"message", 'm', 0, G_OPTION_ARG_STRING, &message, "What the revision does", "TEXT"},
    {"head", 0, 0, G_OPTION_ARG_STRING, &head,
     "The revision to stand on (head); base begins a new branch", "REVISION"},
    {"splice", 0, 0, G_OPTION_ARG_NONE, &splice, "Let --head be a revision that others revise",
     NULL},
    {"branch-label", 0, 0, G_OPTION_ARG_STRING, &branch_label, "Name the branch that begins here",
     "LABEL"},
    {"depends-on", 0, 0, G_OPTION_ARG_STRING_ARRAY, &depends_on,
     "Revisions that must be applied before, without being revised", "REVISION,…"},
    {"rev-id", 0, 0, G_OPTION_ARG_STRING, &rev_id, "The id to give it", "ID"},
    {"edit", 0, 0, G_OPTION_ARG_NONE, &edit, "Open it in $VISUAL or $EDITOR", NULL},
    {0}};

static int run(Context *context, char **arguments)
{
    (void)arguments;
    g_autofree char *dependencies = depends_on ? g_strjoinv(",", depends_on) : NULL;
    NewRevision request = {.message = message,
                           .head = head,
                           .splice = splice,
                           .branch_label = branch_label,
                           .depends_on = dependencies,
                           .id = rev_id};
    g_autoptr(RevisionFile) file = revision_file_new();
    if (!new_revision_fill(context, &request, file))
        return EXIT_STATUS_USAGE;
    return new_revision_write(context, file, edit) ? EXIT_STATUS_DONE : EXIT_STATUS_USAGE;
}

const Command command_revision = {
    .name = "revision",
    .summary = "Write an empty revision for hand-written SQL",
    .options = entries,
    .run = run,
};
