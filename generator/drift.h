/* What differs between two states, as findings. */
#ifndef GEN_GENERATOR_DRIFT_H
#define GEN_GENERATOR_DRIFT_H

#include "generator/context.h"

/* Adds an error for each difference between the states that two words name (see source.h), and a
 * note for each thing that models cannot say. False after diagnostics, which go to `diagnostics`.
 */
bool drift_find(Context *context, const char *from, const char *to, GPtrArray *findings,
                Diagnostics *diagnostics);

#endif
