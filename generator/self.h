/* Running gen itself, with the settings of this run. */
#ifndef GEN_GENERATOR_SELF_H
#define GEN_GENERATOR_SELF_H

#include "generator/context.h"

/* The path of this program; freed with g_free. */
char *self_program(const Context *context);

/* An argument list, ended by NULL, that runs `command` (NULL-terminated) with the settings of this
 * run: the same files, folders and database. Freed with g_ptr_array_unref. */
GPtrArray *self_arguments(const Context *context, const char *const *command);

#endif
