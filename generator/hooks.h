/* Commands of gen.yml that run beside gen's own work. */
#ifndef GEN_GENERATOR_HOOKS_H
#define GEN_GENERATOR_HOOKS_H

#include "generator/context.h"

/* Runs the commands of `hook` one after the other with sh, in the folder of gen.yml, with
 * `variables` (NAME, value, NAME, value, …, NULL; a NULL value leaves one out) and GEN_HOOK set
 * for them. False after a diagnostic when one fails; the rest is not run then. Their standard
 * output goes to standard error. */
bool hooks_run(Context *context, Hook hook, const char *const *variables);

#endif
