#include "introspect/server_error.h"

#include <string.h>

/* Which errors are not the statement's fault, by the beginning of their SQLSTATE.
 * https://www.postgresql.org/docs/current/errcodes-appendix.html */
static const struct {
    const char *prefix;
    DiagCode code;
} sqlstate_codes[] = {
    {"08", DIAG_CONNECTION}, {"42501", DIAG_PERMISSION}, {"25006", DIAG_SERVER},
    {"53", DIAG_SERVER},     {"57P", DIAG_SERVER},       {"58", DIAG_SERVER},
    {"XX", DIAG_SERVER},
};

static DiagCode code_of(const char *sqlstate)
{
    for (gsize i = 0; i < G_N_ELEMENTS(sqlstate_codes); i++) {
        if (g_str_has_prefix(sqlstate, sqlstate_codes[i].prefix))
            return sqlstate_codes[i].code;
    }
    return DIAG_STATEMENT;
}

/* Points at a position (in characters, from 1) of the statement. */
static void set_position(Diagnostic *diagnostic, const char *sql, const char *position)
{
    gint64 left = g_ascii_strtoll(position, NULL, 10);
    if (left < 1 || left > g_utf8_strlen(sql, -1) + 1)
        return;
    const char *start = sql;
    int line = 1;
    int column = 1;
    for (const char *c = sql; --left > 0; c = g_utf8_next_char(c)) {
        column++;
        if (*c == '\n') {
            line++;
            column = 1;
            start = c + 1;
        }
    }
    diagnostic->place.line = line;
    diagnostic->place.column = column;
    diag_set_source(diagnostic, start, strcspn(start, "\r\n"));
}

static void report_link(const PGconn *handle, const char *sql, Diagnostics *diagnostics)
{
    g_autofree char *reason = g_strchomp(g_strdup(PQerrorMessage(handle)));
    bool lost = PQstatus(handle) == CONNECTION_BAD;
    Diagnostic *d =
        diag_error(diagnostics, lost ? DIAG_CONNECTION : DIAG_SERVER, PLACE_NONE, "%s",
                   lost ? "the connection to the server is lost" : "the server cannot be asked");
    if (*reason)
        diag_set_detail(d, "%s", reason);
    diag_set_server(d, NULL, sql);
}

void server_error_report(const PGconn *handle, const PGresult *result, const char *sql,
                         char *sqlstate, Diagnostics *diagnostics)
{
    const char *state = result ? PQresultErrorField(result, PG_DIAG_SQLSTATE) : NULL;
    const char *text = result ? PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY) : NULL;
    g_strlcpy(sqlstate, state ? state : "", 6);
    if (!state || !text) {
        report_link(handle, sql, diagnostics);
        return;
    }
    Diagnostic *d = diag_error(diagnostics, code_of(state), PLACE_NONE, "%s", text);
    const char *detail = PQresultErrorField(result, PG_DIAG_MESSAGE_DETAIL);
    const char *context = PQresultErrorField(result, PG_DIAG_CONTEXT);
    if (detail && context)
        diag_set_detail(d, "%s\n%s", detail, context);
    else if (detail || context)
        diag_set_detail(d, "%s", detail ? detail : context);
    const char *hint = PQresultErrorField(result, PG_DIAG_MESSAGE_HINT);
    if (hint)
        diag_set_hint(d, "%s", hint);
    diag_set_server(d, state, sql);
    const char *position = PQresultErrorField(result, PG_DIAG_STATEMENT_POSITION);
    if (position && sql)
        set_position(d, sql, position);
}
