/* Running gen itself, with the settings of this run. */
#ifndef GEN_GENERATOR_SELF_H
#define GEN_GENERATOR_SELF_H

#include "generator/context.h"

#include <gio/gio.h>

/* The path of this program; freed with g_free. */
char *self_program(const Context *context);

/* An argument list, ended by NULL, that runs `command` (NULL-terminated) with the settings of this
 * run: the same files, folders and database. Freed with g_ptr_array_unref. */
GPtrArray *self_arguments(const Context *context, const char *const *command);

/* Starts that run of gen. Keys like Ctrl-C do not reach it: the caller hands signals on, so that
 * each arrives once and a run ends in good order. The caller frees the result. */
GSubprocess *self_start(const GPtrArray *arguments, GSubprocessFlags flags, GError **error);

#endif
