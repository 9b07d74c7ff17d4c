#include "introspect/connection.h"

#include "introspect/server_error.h"

#include <libpq-fe.h>
#include <poll.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>

#define CONNECT_TIMEOUT "10" /* seconds, where neither the user nor the environment says one */

struct Connection {
    PGconn *handle;
    char *describe;
    char sqlstate[6];
    NoticeHandler *notice;
    void *notice_data;
};

struct Rows {
    PGresult *result;
};

/* What connection_cancel cancels: read from a signal handler, so it is one atomic pointer. */
static _Atomic(PGcancel *) cancel_target;
static Connection *cancel_owner;

/* Keywords and values as PQconnectdbParams takes them; the strings are borrowed. */
typedef struct Params {
    GPtrArray *keywords;
    GPtrArray *values;
} Params;

static void params_init(Params *params)
{
    params->keywords = g_ptr_array_new();
    params->values = g_ptr_array_new();
}

static void params_clear(Params *params)
{
    g_ptr_array_unref(params->keywords);
    g_ptr_array_unref(params->values);
}

static void params_add(Params *params, const char *keyword, const char *value)
{
    g_ptr_array_add(params->keywords, (gpointer)keyword);
    g_ptr_array_add(params->values, (gpointer)value);
}

/* "postgresql+asyncpg://…" and "postgres+x://…" → "postgresql://…". Freed with g_free. */
static char *without_driver(const char *conninfo)
{
    static const char *const schemes[] = {"postgresql+", "postgres+"};
    for (gsize i = 0; i < G_N_ELEMENTS(schemes); i++) {
        gsize length = strlen(schemes[i]);
        const char *rest = strstr(conninfo, "://");
        if (rest && strncmp(conninfo, schemes[i], length) == 0)
            return g_strconcat("postgresql", rest, NULL);
    }
    return g_strdup(conninfo);
}

/* libpq quotes what it could not parse, and that may be (a part of) a password: everything
 * between double quotes is taken out. Freed with g_free. */
static char *without_quoted(const char *message)
{
    GString *text = g_string_new(NULL);
    bool inside = false;
    for (const char *c = message; *c; c++) {
        if (*c == '"') {
            g_string_append(text, inside ? "\"" : "\"…");
            inside = !inside;
        } else if (!inside) {
            g_string_append_c(text, *c);
        }
    }
    return g_strchomp(g_string_free(text, FALSE));
}

static PQconninfoOption *parse_conninfo(const char *conninfo, Diagnostics *diagnostics)
{
    g_autofree char *plain = without_driver(conninfo);
    char *message = NULL;
    PQconninfoOption *options = PQconninfoParse(plain, &message);
    if (!options) {
        g_autofree char *reason = without_quoted(message ? message : "out of memory");
        Diagnostic *d =
            diag_error(diagnostics, DIAG_CONFIG, PLACE_NONE, "the database URL cannot be read");
        diag_set_detail(d, "%s", reason);
        diag_set_hint(d, "write it as postgresql://user@host:5432/database; in a password, write "
                         "characters such as @ / : and %% as %%40 %%2F %%3A %%25");
        PQfreemem(message);
    }
    return options;
}

static char *describe(const PGconn *handle)
{
    const char *host = PQhost(handle);
    const char *port = PQport(handle);
    const char *database = PQdb(handle);
    GString *text = g_string_new(database && *database ? database : "the default database");
    if (host && *host)
        g_string_append_printf(text, " on %s", host);
    if (port && *port)
        g_string_append_printf(text, " port %s", port);
    return g_string_free(text, FALSE);
}

static void report_refused(Connection *connection, Diagnostics *diagnostics)
{
    PGconn *handle = connection->handle;
    g_autofree char *reason = g_strchomp(g_strdup(PQerrorMessage(handle)));
    Diagnostic *d = diag_error(diagnostics, DIAG_CONNECTION, PLACE_NONE, "cannot connect to %s",
                               connection->describe);
    diag_set_detail(d, "%s", reason);
    if (PQconnectionNeedsPassword(handle))
        diag_set_hint(d, "set PGPASSWORD, or write a line into the password file ~/.pgpass");
    else if (PQconnectionUsedPassword(handle))
        diag_set_hint(d, "the password came from the URL, from PGPASSWORD or from ~/.pgpass");
}

static void receive_notice(void *data, const PGresult *result)
{
    Connection *connection = data;
    const char *severity = PQresultErrorField(result, PG_DIAG_SEVERITY_NONLOCALIZED);
    const char *text = PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
    if (connection->notice && text)
        connection->notice(connection->notice_data, severity ? severity : "NOTICE", text);
}

static Connection *connect_params(Params *params, Diagnostics *diagnostics)
{
    params_add(params, "client_encoding", "UTF8");
    params_add(params, "fallback_application_name", "gen");
    params_add(params, NULL, NULL);
    Connection *connection = g_new0(Connection, 1);
    connection->handle = PQconnectdbParams((const char *const *)params->keywords->pdata,
                                           (const char *const *)params->values->pdata, 0);
    connection->describe = describe(connection->handle);
    if (PQstatus(connection->handle) != CONNECTION_OK) {
        report_refused(connection, diagnostics);
        connection_close(connection);
        return NULL;
    }
    PQsetNoticeReceiver(connection->handle, receive_notice, connection);
    return connection;
}

Connection *connection_open(const char *conninfo, Diagnostics *diagnostics)
{
    PQconninfoOption *options = parse_conninfo(conninfo ? conninfo : "", diagnostics);
    if (!options)
        return NULL;
    Params params;
    params_init(&params);
    bool timeout = g_getenv("PGCONNECT_TIMEOUT") != NULL;
    for (PQconninfoOption *o = options; o->keyword; o++) {
        if (!o->val)
            continue;
        params_add(&params, o->keyword, o->val);
        timeout = timeout || strcmp(o->keyword, "connect_timeout") == 0;
    }
    if (!timeout)
        params_add(&params, "connect_timeout", CONNECT_TIMEOUT);
    Connection *connection = connect_params(&params, diagnostics);
    params_clear(&params);
    PQconninfoFree(options);
    return connection;
}

/* What of an open connection's parameters holds for another database on the very same server: of
 * several hosts the one that answered, and the password even if it was found for this database. */
static const char *same_server_value(PGconn *handle, const PQconninfoOption *option)
{
    if (strcmp(option->keyword, "host") == 0)
        return PQhost(handle);
    if (strcmp(option->keyword, "hostaddr") == 0)
        return option->val ? PQhostaddr(handle) : NULL;
    if (strcmp(option->keyword, "port") == 0)
        return PQport(handle);
    if (strcmp(option->keyword, "password") == 0)
        return PQpass(handle);
    return option->val;
}

Connection *connection_open_database(const Connection *like, const char *database,
                                     Diagnostics *diagnostics)
{
    PQconninfoOption *options = PQconninfo(like->handle);
    Params params;
    params_init(&params);
    for (PQconninfoOption *o = options; o && o->keyword; o++) {
        const char *value = same_server_value(like->handle, o);
        if (value && *value && strcmp(o->keyword, "dbname") != 0)
            params_add(&params, o->keyword, value);
    }
    params_add(&params, "dbname", database);
    Connection *connection = connect_params(&params, diagnostics);
    params_clear(&params);
    PQconninfoFree(options);
    return connection;
}

void connection_close(Connection *connection)
{
    if (!connection)
        return;
    if (cancel_owner == connection) {
        PGcancel *cancel = atomic_exchange(&cancel_target, NULL);
        cancel_owner = NULL;
        PQfreeCancel(cancel);
    }
    PQfinish(connection->handle);
    g_free(connection->describe);
    g_free(connection);
}

int connection_version(const Connection *connection)
{
    return PQserverVersion(connection->handle);
}

const char *connection_database(const Connection *connection)
{
    return PQdb(connection->handle);
}

const char *connection_describe(const Connection *connection)
{
    return connection->describe;
}

PGconn *connection_handle(const Connection *connection)
{
    return connection->handle;
}

void rows_free(Rows *rows)
{
    if (!rows)
        return;
    PQclear(rows->result);
    g_free(rows);
}

int rows_count(const Rows *rows)
{
    return PQntuples(rows->result);
}

const char *rows_value(const Rows *rows, int row, int column)
{
    return PQgetisnull(rows->result, row, column) ? NULL : PQgetvalue(rows->result, row, column);
}

gint64 rows_affected(const Rows *rows)
{
    return g_ascii_strtoll(PQcmdTuples(rows->result), NULL, 10);
}

/* Leaves a COPY that a statement has begun: nobody here feeds or reads one. */
static void end_copy(PGconn *handle, ExecStatusType status)
{
    if (status == PGRES_COPY_OUT || status == PGRES_COPY_BOTH) {
        char *data;
        while (PQgetCopyData(handle, &data, 0) > 0)
            PQfreemem(data);
    }
    if (status == PGRES_COPY_IN || status == PGRES_COPY_BOTH)
        PQputCopyEnd(handle, "COPY FROM STDIN has no input here");
}

/* Takes results until there are no more; returns the last good one, or NULL with the first error
 * reported. */
static PGresult *collect(Connection *connection, const char *sql, Diagnostics *diagnostics)
{
    PGresult *last = NULL;
    PGresult *result;
    bool failed = false;
    while ((result = PQgetResult(connection->handle))) {
        ExecStatusType status = PQresultStatus(result);
        if (status == PGRES_FATAL_ERROR || status == PGRES_BAD_RESPONSE) {
            if (!failed)
                server_error_report(connection->handle, result, sql, connection->sqlstate,
                                    diagnostics);
            failed = true;
        }
        end_copy(connection->handle, status);
        PQclear(last);
        last = result;
        if (PQstatus(connection->handle) == CONNECTION_BAD)
            break;
    }
    if (failed || !last) {
        if (!failed)
            server_error_report(connection->handle, NULL, sql, connection->sqlstate, diagnostics);
        PQclear(last);
        return NULL;
    }
    return last;
}

bool connection_run(Connection *connection, const char *sql, Diagnostics *diagnostics)
{
    connection->sqlstate[0] = '\0';
    if (!PQsendQuery(connection->handle, sql)) {
        server_error_report(connection->handle, NULL, sql, connection->sqlstate, diagnostics);
        return false;
    }
    PGresult *result = collect(connection, sql, diagnostics);
    bool done = result != NULL;
    PQclear(result);
    return done;
}

Rows *connection_query(Connection *connection, const char *sql, int n_params,
                       const char *const *params, Diagnostics *diagnostics)
{
    connection->sqlstate[0] = '\0';
    if (!PQsendQueryParams(connection->handle, sql, n_params, NULL, params, NULL, NULL, 0)) {
        server_error_report(connection->handle, NULL, sql, connection->sqlstate, diagnostics);
        return NULL;
    }
    PGresult *result = collect(connection, sql, diagnostics);
    if (!result)
        return NULL;
    Rows *rows = g_new(Rows, 1);
    rows->result = result;
    return rows;
}

const char *connection_sqlstate(const Connection *connection)
{
    return connection->sqlstate;
}

bool connection_alive(const Connection *connection)
{
    struct pollfd link = {.fd = PQsocket(connection->handle), .events = POLLIN};
    if (link.fd >= 0 && poll(&link, 1, 0) > 0)
        PQconsumeInput(connection->handle);
    return PQstatus(connection->handle) == CONNECTION_OK;
}

void connection_prepare_cancel(Connection *connection)
{
    PGcancel *old = atomic_exchange(&cancel_target, PQgetCancel(connection->handle));
    cancel_owner = connection;
    PQfreeCancel(old);
}

void connection_cancel(void)
{
    char message[256];
    PGcancel *cancel = atomic_load(&cancel_target);
    if (cancel)
        PQcancel(cancel, message, sizeof message);
}

char *connection_quote_literal(const Connection *connection, const char *text)
{
    char *quoted = PQescapeLiteral(connection->handle, text, strlen(text));
    char *copy = g_strdup(quoted);
    PQfreemem(quoted);
    return copy;
}

void connection_set_notice_handler(Connection *connection, NoticeHandler *handler, void *data)
{
    connection->notice = handler;
    connection->notice_data = data;
}
