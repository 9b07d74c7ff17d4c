#include "generator/auto_upgrade.h"
#include "generator/command.h"
#include "generator/waiting.h"

#define AUTO_WAIT 60 /* seconds; what `gen wait` has too */

#define NO_WAIT -1

static double wait_seconds = NO_WAIT;
static gboolean automatic;

static const GOptionEntry entries[] = {
    APPLY_OPTIONS,
    {"wait", 0, 0, G_OPTION_ARG_DOUBLE, &wait_seconds, "Wait so long for the database to answer",
     "SECONDS"},
    {"auto", 0, 0, G_OPTION_ARG_NONE, &automatic,
     "For container start-up: wait, take over from Alembic, obey AUTO_MIGRATE", NULL},
    {0}};

static bool check(Context *context, const ApplyRequest *request)
{
    const char *fault = NULL;
    if (wait_seconds < 0 && wait_seconds != NO_WAIT)
        fault = "--wait: a number of seconds is expected";
    else if (request->sql && wait_seconds >= 0)
        fault = "--sql and --wait exclude each other";
    else if (automatic && (request->sql || request->dry_run))
        fault = "--auto runs what is missing: it excludes --sql and --dry-run";
    if (fault)
        diag_error(context->diagnostics, DIAG_USAGE, PLACE_NONE, "%s", fault);
    return !fault;
}

static int run(Context *context, char **arguments)
{
    static const char *const heads[] = {"heads", NULL};
    ApplyRequest request;
    const char *const *targets = *arguments ? (const char *const *)arguments : heads;
    if (!apply_request(context, false, targets, &request) || !check(context, &request))
        return EXIT_STATUS_USAGE;
    if (automatic)
        return auto_upgrade(context, &request, wait_seconds >= 0 ? wait_seconds : AUTO_WAIT);
    if (wait_seconds >= 0 && !wait_for_database(context, wait_seconds))
        return EXIT_STATUS_DATABASE;
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
