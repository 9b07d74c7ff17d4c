/* Programs of PostgreSQL that gen runs: pg_dump, pg_restore, psql. */
#ifndef GEN_MIGRATIONS_PROCESS_H
#define GEN_MIGRATIONS_PROCESS_H

#include "introspect/connection.h"

/* The path of a program that fits the server (its major version or a newer one): in
 * GEN_PG_BINDIR, on PATH, or where systems put PostgreSQL. NULL after a diagnostic that says which
 * were found and why they do not do. Freed with g_free. */
char *pg_program_find(const char *name, const Connection *connection, Diagnostics *diagnostics);

/* Runs a program with the connection's parameters in its environment and waits for it; when
 * `interrupted` says so it is ended. False after a diagnostic with what it said on standard error.
 */
bool pg_program_run(const Connection *connection, const char *const *arguments,
                    bool (*interrupted)(void *), void *data, Diagnostics *diagnostics);

#endif
