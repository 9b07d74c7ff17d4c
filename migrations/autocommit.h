/* Statements of autocommit steps, and how they are made safe to repeat.
 *
 * What PostgreSQL takes in a transaction is run in one of its own, together with the note that it
 * is done, and needs nothing here. What it does not (PreventInTransactionBlock in its source:
 * CREATE INDEX CONCURRENTLY, VACUUM …) may have run, whole or in part, when a run is taken up
 * again; then the server is asked, and remains are removed.
 */
#ifndef GEN_MIGRATIONS_AUTOCOMMIT_H
#define GEN_MIGRATIONS_AUTOCOMMIT_H

#include "introspect/connection.h"

/* Whether the statement can run in a transaction. One that the parser does not know, and one that
 * may end its transaction itself (CALL, DO), is taken not to. */
bool autocommit_needs_none(const char *sql);

/* Whether it says CONCURRENTLY, and so waits for old transactions without anybody waiting for it.
 */
bool autocommit_is_concurrent(const char *sql);

/* To be called before the statement is run: removes the remains of a failed attempt (an invalid
 * index). `repeated` says that it may have run before; then `*ret_done` tells whether it has come
 * to its end and is not to be run again. False after a diagnostic. */
bool autocommit_prepare(Connection *connection, const char *sql, bool repeated, bool *ret_done,
                        Diagnostics *diagnostics);

#endif
