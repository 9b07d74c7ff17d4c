/* Scratch databases: made for one purpose, gone afterwards.
 *
 * Their names begin with "gen_scratch_" and tell which server process made them, so that what a
 * run that was killed left behind is known by its maker being gone; scratch_open drops such.
 * Nothing but the connection that scratch_open returns can be in one.
 */
#ifndef GEN_INTROSPECT_SCRATCH_H
#define GEN_INTROSPECT_SCRATCH_H

#include "introspect/connection.h"

#define SCRATCH_PREFIX "gen_scratch_"

/* Creates an empty database (from template0, with the encoding and locale of `server`'s database)
 * and connects to it, with `server`'s search path. `purpose` is for messages and for the comment
 * of the database. `server` must stay open until scratch_drop. NULL with an error: a hot standby,
 * no right to create databases (DIAG_PERMISSION), and so on. */
Connection *scratch_open(Connection *server, const char *purpose, Diagnostics *diagnostics);

/* Closes the connection and drops its database. False with an error if that is left standing. */
bool scratch_drop(Connection *server, Connection *scratch, Diagnostics *diagnostics);

#endif
