/* Commands: each is one file that ends in one const entry, listed in commands.c. */
#ifndef GEN_GENERATOR_COMMAND_H
#define GEN_GENERATOR_COMMAND_H

#include "generator/context.h"

/* Does the work with the arguments that are left after the options (NULL-terminated). Returns the
 * exit status to use when there is no error among the diagnostics. */
typedef int CommandRun(Context *context, char **arguments);

typedef struct Command {
    const char *name;
    const char *arguments;       /* as usage shows them: "[REVISION]", or NULL for none */
    const char *summary;         /* one line for the list of commands */
    const char *details;         /* more, for its own help, or NULL */
    const GOptionEntry *options; /* ends with an empty entry; or NULL */
    int min_arguments;
    int max_arguments; /* -1: any number */
    bool relative;     /* takes -1 and the like as revisions, not as options */
    bool no_json;      /* it reports nothing that --json could print */
    bool fleet;        /* can be run on all databases with --all */
    CommandRun *run;
} Command;

/* All commands in the order of the help, ended by NULL. */
extern const Command *const commands[];

/* The command of that name, or NULL. */
const Command *command_find(const char *name);

#endif
