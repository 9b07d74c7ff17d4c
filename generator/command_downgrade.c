#include "generator/apply.h"
#include "generator/command.h"

static int steps;

static const GOptionEntry entries[] = {
    APPLY_OPTIONS,
    {"steps", 0, 0, G_OPTION_ARG_INT, &steps, "Undo the last N revisions", "N"},
    {0}};

static bool check(Context *context, char **arguments)
{
    if ((steps != 0) == (*arguments != NULL) || steps < 0) {
        diag_set_hint(diag_error(context->diagnostics, DIAG_USAGE, PLACE_NONE,
                                 "gen downgrade wants a revision to go back to, or --steps N"),
                      "gen downgrade base goes back before the first revision");
        return false;
    }
    return true;
}

static int run(Context *context, char **arguments)
{
    if (!check(context, arguments))
        return EXIT_STATUS_USAGE;
    g_autofree char *relative = g_strdup_printf("current-%d", steps);
    const char *targets[] = {*arguments ? *arguments : relative, NULL};
    ApplyRequest request;
    if (!apply_request(context, true, targets, &request))
        return EXIT_STATUS_USAGE;
    return apply_run(context, &request);
}

const Command command_downgrade = {
    .name = "downgrade",
    .arguments = "REVISION",
    .summary = "Undo revisions, down to one that stays",
    .details = "REVISION is an id or its beginning, base, -1, label@base, label@-1.",
    .options = entries,
    .max_arguments = 1,
    .relative = true,
    .fleet = true,
    .run = run,
};
