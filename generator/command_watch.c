#include "generator/command.h"
#include "generator/messages.h"
#include "generator/signals.h"
#include "generator/watching.h"

#include <stdio.h>

static gboolean apply;
static int settle = 300;

static const GOptionEntry entries[] = {{"apply", 0, 0, G_OPTION_ARG_NONE, &apply,
                                        "Write a revision and upgrade to it on each save", NULL},
                                       {"settle", 0, 0, G_OPTION_ARG_INT, &settle,
                                        "How long nothing changes before gen looks (300)",
                                        "MILLISECONDS"},
                                       {0}};

static int run(Context *context, char **arguments)
{
    (void)arguments;
    const char *const dry[] = {"diff", "--dry-run", NULL};
    const char *const wet[] = {"diff", "--apply", "--message", "watched change", NULL};
    messages_say(context, "watching %s; Ctrl-C ends it", context->config->models);
    return watch_models(context, apply ? wet : dry, (guint)MAX(settle, 0)) ? EXIT_STATUS_DONE
                                                                           : EXIT_STATUS_USAGE;
}

const Command command_watch = {
    .name = "watch",
    .summary = "On each save of a model: show the difference, or apply it",
    .details = "Ends with status 0 at Ctrl-C or SIGTERM. A model that is broken for a while is\n"
               "reported, and looked at again when it is saved.",
    .options = entries,
    .no_json = true,
    .run = run,
};
