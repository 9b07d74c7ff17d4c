/* The first revision of a database that was there before its revisions. */
#ifndef GEN_GENERATOR_BASELINE_H
#define GEN_GENERATOR_BASELINE_H

#include "generator/context.h"
#include "schema/state.h"

/* Writes a revision that builds `state` from nothing, and stamps the database with it. Returns the
 * path of the file, freed with g_free; NULL after diagnostics. */
char *baseline_make(Context *context, const State *state);

#endif
