#include "generator/apply.h"
#include "generator/command.h"

static const GOptionEntry entries[] = {APPLY_OPTIONS, {0}};

static int run(Context *context, char **arguments)
{
    static const char *const heads[] = {"heads", NULL};
    ApplyRequest request;
    const char *const *targets = *arguments ? (const char *const *)arguments : heads;
    if (!apply_request(context, false, targets, &request))
        return EXIT_STATUS_USAGE;
    return apply_run(context, &request);
}

const Command command_upgrade = {
    .name = "upgrade",
    .arguments = "[REVISION…]",
    .summary = "Apply revisions that the database does not have",
    .details =
        "REVISION is an id or its beginning, head, heads (the default), label@head, REV+2, +1.",
    .options = entries,
    .max_arguments = -1,
    .relative = true,
    .fleet = true,
    .run = run,
};
