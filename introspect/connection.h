/* Connections: the only home of libpq.
 *
 * Ownership: a Connection is freed by its holder with connection_close, which
 * also ends a transaction that is still open (the server rolls it back). Every
 * error is added to the Diagnostics passed in: DIAG_CONNECTION when the server
 * cannot be reached or refuses, DIAG_STATEMENT or DIAG_SERVER with SQLSTATE,
 * detail, hint and the statement when it answers with an error. Passwords are
 * never part of a message.
 */
#ifndef GEN_INTROSPECT_CONNECTION_H
#define GEN_INTROSPECT_CONNECTION_H

#include "schema/diagnostics.h"

/* As libpq-fe.h has it, which stays inside introspect/. */
typedef struct pg_conn PGconn;

typedef struct Connection Connection;

/* Opens a connection. `conninfo` is a URL or a libpq keyword string; drivers in
 * the scheme (postgresql+asyncpg://, postgres://) are accepted; NULL or "" means
 * libpq's own variables, service file and password file. NULL on failure.
 * https://www.postgresql.org/docs/current/libpq-connect.html */
Connection *connection_open(const char *conninfo, Diagnostics *diagnostics);

/* Like connection_open, but to `database` on the same server with the same credentials. */
Connection *connection_open_database(const Connection *like, const char *database,
                                     Diagnostics *diagnostics);

void connection_close(Connection *connection);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Connection, connection_close)

/* Server version as libpq numbers it (150020); name of the database; a short
 * description for people, without password ("shop on /run/pg port 5432"). The
 * strings are owned by the connection. */
int connection_version(const Connection *connection);
const char *connection_database(const Connection *connection);
const char *connection_describe(const Connection *connection);

/* The environment of this process with the connection's parameters put into it as PGHOST, PGPORT,
 * PGPASSWORD and so on, for programs such as pg_dump: unlike an argument, nobody else sees it.
 * Freed with g_strfreev.
 * https://www.postgresql.org/docs/current/libpq-envars.html */
char **connection_environment(const Connection *connection);

/* The libpq handle, for code in introspect/ only. */
PGconn *connection_handle(const Connection *connection);

/* Rows of text. Every value is owned by the Rows and lives until rows_free. */
typedef struct Rows Rows;
void rows_free(Rows *rows);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Rows, rows_free)
int rows_count(const Rows *rows);
/* The value at row, column; NULL for SQL NULL. */
const char *rows_value(const Rows *rows, int row, int column);
/* What the command tag counts (rows affected); 0 without a count. */
gint64 rows_affected(const Rows *rows);

/* Runs statements that return nothing of interest; several may be in `sql` (simple
 * protocol). False with a DIAG_STATEMENT diagnostic on failure. */
bool connection_run(Connection *connection, const char *sql, Diagnostics *diagnostics);

/* Runs one statement with text parameters (`n_params` of them, NULL for SQL NULL).
 * NULL with a diagnostic on failure. */
Rows *connection_query(Connection *connection, const char *sql, int n_params,
                       const char *const *params, Diagnostics *diagnostics);

/* SQLSTATE of the last failed statement of this connection, or "". */
const char *connection_sqlstate(const Connection *connection);

/* Whether the link is still up (no round trip). */
bool connection_alive(const Connection *connection);

/* Asks the server to cancel what this connection runs; safe to call from another
 * thread or, after connection_prepare_cancel, from a signal handler. */
void connection_prepare_cancel(Connection *connection);
void connection_cancel(void);

/* `text` quoted as an SQL identifier (always safe, quoted only where PostgreSQL asks for
 * it) or as a literal. Freed with g_free. */
char *connection_quote_literal(const Connection *connection, const char *text);

/* Receives NOTICE and WARNING messages; the default drops them. `text` has no newline at the end.
 */
typedef void NoticeHandler(void *data, const char *severity, const char *text);
void connection_set_notice_handler(Connection *connection, NoticeHandler *handler, void *data);

#endif
