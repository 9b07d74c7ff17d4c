/* Replaying the project's revision files on a scratch database. */
#ifndef GEN_GENERATOR_REPLAY_H
#define GEN_GENERATOR_REPLAY_H

#include "generator/config.h"
#include "introspect/connection.h"

/* Runs the upgrade of every revision file of the migrations folder, in the graph's order. False
 * after diagnostics. */
bool replay_migrations(const Config *config, Connection *connection, Diagnostics *diagnostics);

#endif
