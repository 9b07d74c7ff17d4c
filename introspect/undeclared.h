/* Types that objects have and nobody declares, when a database that is built from models lacks
 * them. */
#ifndef GEN_INTROSPECT_UNDECLARED_H
#define GEN_INTROSPECT_UNDECLARED_H

#include "introspect/connection.h"
#include "schema/state.h"

/* Adds an error, at its place, for each object of `state` whose type neither the state declares nor
 * PostgreSQL or an extension in `server`'s database brings. For when building the state has failed:
 * an extension that is not in that database yet may still have such a type. */
void undeclared_report(Connection *server, const State *state, Diagnostics *diagnostics);

#endif
