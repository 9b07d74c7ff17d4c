/* What a row cannot say by itself. Used inside introspect/ only. */
#ifndef GEN_INTROSPECT_IDENTITY_H
#define GEN_INTROSPECT_IDENTITY_H

#include "schema/state.h"

/* Empties fields of a decoded object that turn out to be PostgreSQL's default (the name of an
 * identity column's sequence where PostgreSQL would choose that name itself), and takes apart what
 * the server gives in one text. */
void identity_finish(State *state, Object *object);

#endif
