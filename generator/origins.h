/* Schemas that models do not declare, but move something out of (renamed_from).
 *
 * What is about to move is managed; what else there may be in such a schema is not, so that a hint
 * that stays in a model after the move never endangers anything.
 */
#ifndef GEN_GENERATOR_ORIGINS_H
#define GEN_GENERATOR_ORIGINS_H

#include "schema/state.h"

/* Adds the names of those schemas (copies). */
void origins_add(const State *declared, GPtrArray *names);

/* Takes what does not move out of the state of a server that was read with these schemas. A schema
 * that something leaves is declared as it is. */
void origins_trim(State *server, State *declared);

#endif
