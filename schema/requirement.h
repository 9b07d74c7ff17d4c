/* Which PostgreSQL a state needs: attributes and values that newer versions brought. */
#ifndef GEN_SCHEMA_REQUIREMENT_H
#define GEN_SCHEMA_REQUIREMENT_H

#include "schema/diagnostics.h"
#include "schema/state.h"

/* The oldest version on which everything in the state can stand: 150000; 0: any. */
int requirement_of(const State *state);

/* Takes out of a state what a server of this version (150020) would take and forget. */
void requirement_leave_out(State *state, int server_version);

/* Gives a database's state what its server forgot and the models still say. */
void requirement_keep_said(State *database, const State *models);

/* Whether a server of this version (150020) can have the state. False after an error for each
 * attribute that it cannot have, with the version that brought it. */
bool requirement_met(const State *state, int server_version, Diagnostics *diagnostics);

#endif
