/* Which casts there are between types: the server is the judge.
 *
 * A column of one type is made in a temporary table and given the other type, inside a transaction
 * that is always rolled back: so PostgreSQL's own rules count, for arrays and its implicit ways
 * over text as well as for what pg_cast lists, and casts that users made.
 */
#ifndef GEN_INTROSPECT_RECASTS_H
#define GEN_INTROSPECT_RECASTS_H

#include "introspect/connection.h"
#include "schema/recast.h"

/* Answers each recast (Recast) that has no answer: by itself, by cast, or none, and whether values
 * lose something (see probe.h). Types that
 * the server does not have stay without an answer, unless their class is known; so do all where
 * the server takes no temporary tables (a hot standby, missing rights). False, with an error, only
 * if the connection fails. Inside a transaction of the caller's it works in a savepoint. */
bool recasts_ask(Connection *connection, GPtrArray *recasts, Diagnostics *diagnostics);

/* The same on a scratch database on the same server (see scratch.h), which `build_sql` fills.
 * False, with an error, if there can be none or `build_sql` fails there. */
bool recasts_ask_scratch(Connection *server, const char *build_sql, GPtrArray *recasts,
                         Diagnostics *diagnostics);

#endif
