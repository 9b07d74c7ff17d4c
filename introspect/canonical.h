/* Canonical forms: PostgreSQL is the judge of what SQL text means.
 *
 * A doubt is a text of the wanted state that differs from what the database has. The server is
 * given it where it does no harm, in temporary tables, domains and views inside a transaction that
 * is always rolled back, and prints how it would store it: the same text that introspect.h reads.
 * Nothing that exists is locked or changed.
 *
 * - Names in the texts resolve as in the session (its search_path).
 * - Columns have the types of the wanted state. Enums, domains, composite types and ranges that
 *   the database does not have in the wanted form are stood in for by temporary ones.
 * - Texts that are asked about the same columns are asked once.
 *
 * https://www.postgresql.org/docs/current/functions-info.html#FUNCTIONS-INFO-CATALOG
 */
#ifndef GEN_INTROSPECT_CANONICAL_H
#define GEN_INTROSPECT_CANONICAL_H

#include "introspect/connection.h"
#include "schema/doubt.h"

/* Gives each doubt (Doubt) without an answer an answer, or a problem with its SQLSTATE: the server
 * refused the text, or it cannot be asked (a hot standby, no right to create temporary tables, a
 * kind of text that no temporary object takes). False, with an error, only if the connection
 * fails. Inside a transaction of the caller's it works in a savepoint. */
bool canonical_ask(Connection *connection, State *wanted, GPtrArray *doubts,
                   Diagnostics *diagnostics);

/* Gives each doubt without an answer the answer of a scratch database on the same server (see
 * scratch.h), in which `build_sql` makes the wanted state. Takes the place of canonical_ask for
 * what that could not answer. False, with an error, if there can be no scratch database or
 * `build_sql` fails there; a doubt whose object is not found in it is left without an answer. */
bool canonical_ask_scratch(Connection *server, const char *build_sql, State *wanted,
                           GPtrArray *doubts, Diagnostics *diagnostics);

#endif
