/* Diagnostics on standard error: with source line and caret on a terminal, a line each
 * (`file:line:column: error: text [code]`) when it is piped.
 */
#ifndef GEN_GENERATOR_MESSAGES_H
#define GEN_GENERATOR_MESSAGES_H

#include "generator/context.h"

/* Prints the diagnostics that were not printed yet. */
void messages_flush(Context *context);

/* A remark on standard error, unless -q or --json: progress, what was done, what to do next. */
void messages_say(const Context *context, const char *format, ...) G_GNUC_PRINTF(2, 3);

#endif
