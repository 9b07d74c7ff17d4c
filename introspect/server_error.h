/* What a server answers when it refuses, as a diagnostic. Used inside introspect/ only. */
#ifndef GEN_INTROSPECT_SERVER_ERROR_H
#define GEN_INTROSPECT_SERVER_ERROR_H

#include "schema/diagnostics.h"

#include <libpq-fe.h>

/* Adds an error for `result` (NULL: for what libpq itself says of the connection), with SQLSTATE,
 * detail, hint and the statement. Where the server points at a position, the diagnostic's place is
 * that line and column of the statement (file NULL), and its source line is that line. Writes the
 * SQLSTATE ("" without one) to `sqlstate`, which has room for 6 bytes.
 * https://www.postgresql.org/docs/current/protocol-error-fields.html */
void server_error_report(const PGconn *handle, const PGresult *result, const char *sql,
                         char *sqlstate, Diagnostics *diagnostics);

#endif
