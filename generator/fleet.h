/* One command on every database of gen.yml: --all. */
#ifndef GEN_GENERATOR_FLEET_H
#define GEN_GENERATOR_FLEET_H

#include "generator/command.h"

/* Runs the command line again, once for each database with -d NAME, `context->jobs` at a time.
 * Each run is a process of its own: its lock, its result and its messages, which are shown whole
 * when it ends. One that fails does not stop the others. Prints a summary (JSON: what each
 * printed) and returns 0, or the highest status of those that failed. */
int fleet_run(Context *context, const Command *command);

#endif
