/* Running a command of gen each time the models change. */
#ifndef GEN_GENERATOR_WATCHING_H
#define GEN_GENERATOR_WATCHING_H

#include "generator/context.h"

/* Watches the models folder, and every folder in it, until a signal comes. When something in it
 * has changed and then nothing for `settle` milliseconds, and once at the beginning, gen is run
 * with the global options of this run and `command` (NULL-terminated); its output is shown as it
 * comes, and whether it fails does not matter. False after a diagnostic: the folder cannot be
 * watched. */
bool watch_models(Context *context, const char *const *command, guint settle);

#endif
