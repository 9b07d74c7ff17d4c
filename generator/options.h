/* The command line: global options, the command, its options and arguments. */
#ifndef GEN_GENERATOR_OPTIONS_H
#define GEN_GENERATOR_OPTIONS_H

#include "generator/command.h"

typedef struct CommandLine {
    const Command *command; /* NULL: nothing to run (help or version was shown) */
    char **arguments;       /* the command's; freed with g_strfreev */
} CommandLine;

/* The options that every command has; ended by an empty entry. */
extern const GOptionEntry options_of_all[];

/* Reads the command line into `context` (settings of the global options) and `*ret`. Help and
 * --version are printed here. False after a diagnostic (DIAG_USAGE). Changes the working
 * directory for -C. */
bool options_parse(char **argv, Context *context, CommandLine *ret);

/* Reads gen.yml and the environment, and puts the options over them. False after diagnostics. */
bool options_configure(Context *context);

#endif
