/* .env: variables for one folder, as container tools and frameworks write them. */
#ifndef GEN_GENERATOR_DOTENV_H
#define GEN_GENERATOR_DOTENV_H

#include "schema/diagnostics.h"

/* Reads `folder`/.env: NAME=value lines, `export` before them, quotes around values, # comments.
 * Name → value; empty when there is no such file. NULL after a diagnostic with the line. */
GHashTable *dotenv_read(const char *folder, Diagnostics *diagnostics);

#endif
