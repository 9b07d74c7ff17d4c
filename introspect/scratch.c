#include "introspect/scratch.h"

#include "introspect/quote.h"
#include "introspect/sql.h"

#include <libpq-fe.h>
#include <string.h>

/* Databases are created and dropped outside of transactions: where `server` is in one, by a
 * connection besides. */
static Connection *outside(Connection *server, Diagnostics *diagnostics)
{
    if (PQtransactionStatus(connection_handle(server)) == PQTRANS_IDLE)
        return server;
    return connection_open_database(server, connection_database(server), diagnostics);
}

static void close_outside(Connection *server, Connection *other)
{
    if (other != server)
        connection_close(other);
}

/* What stays for whatever reason is not this run's trouble. */
static void drop_leftovers(Connection *maker)
{
    g_autoptr(Diagnostics) ignored = diagnostics_new();
    g_autoptr(Rows) rows = connection_query(maker, sql_scratch_leftovers, 0, NULL, ignored);
    for (int i = 0; rows && i < rows_count(rows); i++) {
        g_autofree char *name = quote_identifier(rows_value(rows, i, 0));
        g_autofree char *sql = g_strdup_printf("DROP DATABASE IF EXISTS %s", name);
        connection_run(maker, sql, ignored);
    }
}

/* Says what the server's own message does not: what the database was for. */
static void explain_refusal(const Connection *maker, const char *purpose, Diagnostics *diagnostics)
{
    const char *state = connection_sqlstate(maker);
    Diagnostic *d = diag_error(diagnostics, DIAG_PERMISSION, PLACE_NONE,
                               "there can be no scratch database on %s, which is needed for %s",
                               connection_describe(maker), purpose);
    if (strcmp(state, "42501") == 0)
        diag_set_hint(d, "ALTER ROLE … CREATEDB gives the right to create databases");
}

/* The name of a new database; NULL with an error. Freed with g_free. */
static char *create_database(Connection *server, Connection *maker, const char *purpose,
                             Diagnostics *diagnostics)
{
    g_autoptr(Rows) rows = connection_query(server, sql_scratch_create, 0, NULL, diagnostics);
    if (!rows || rows_count(rows) != 1)
        return NULL;
    const char *name = rows_value(rows, 0, 1);
    if (!connection_run(maker, rows_value(rows, 0, 0), diagnostics)) {
        explain_refusal(maker, purpose, diagnostics);
        return NULL;
    }
    g_autoptr(Diagnostics) ignored = diagnostics_new();
    g_autofree char *quoted = quote_identifier(name);
    g_autofree char *text = quote_text(purpose);
    g_autofree char *sql = g_strdup_printf("COMMENT ON DATABASE %s IS %s", quoted, text);
    connection_run(maker, sql, ignored);
    return g_strdup(name);
}

static bool drop_database(Connection *server, const char *database, Diagnostics *diagnostics)
{
    Connection *maker = outside(server, diagnostics);
    if (!maker)
        return false;
    g_autofree char *name = quote_identifier(database);
    g_autofree char *sql = g_strdup_printf("DROP DATABASE IF EXISTS %s WITH (FORCE)", name);
    bool done = connection_run(maker, sql, diagnostics);
    close_outside(server, maker);
    return done;
}

/* No process but ours, not even those that PostgreSQL starts for subscriptions: the copy of one
 * would take from its slot what is meant for the original. */
static bool keep_others_out(Connection *maker, const char *database, Diagnostics *diagnostics)
{
    g_autofree char *name = quote_identifier(database);
    g_autofree char *sql = g_strdup_printf("ALTER DATABASE %s ALLOW_CONNECTIONS false", name);
    return connection_run(maker, sql, diagnostics);
}

/* A database that has some cannot be dropped. What stays shows in that. */
static void drop_subscriptions(Connection *scratch)
{
    g_autoptr(Diagnostics) ignored = diagnostics_new();
    if (PQtransactionStatus(connection_handle(scratch)) != PQTRANS_IDLE)
        connection_run(scratch, "ROLLBACK", ignored);
    g_autoptr(Rows) rows = connection_query(scratch, sql_scratch_subscriptions, 0, NULL, ignored);
    for (int i = 0; rows && i < rows_count(rows); i++)
        connection_run(scratch, rows_value(rows, i, 0), ignored);
}

/* Settings on which the meaning of SQL texts depends are those of `server`'s session. */
static bool copy_settings(Connection *server, Connection *scratch, Diagnostics *diagnostics)
{
    static const char *const names[] = {"search_path", "TimeZone", "DateStyle", "IntervalStyle"};
    for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
        const char *asked[] = {names[i]};
        g_autoptr(Rows) rows =
            connection_query(server, "SELECT current_setting($1)", 1, asked, diagnostics);
        if (!rows)
            return false;
        const char *set[] = {names[i], rows_value(rows, 0, 0)};
        g_autoptr(Rows) done =
            connection_query(scratch, "SELECT set_config($1, $2, false)", 2, set, diagnostics);
        if (!done)
            return false;
    }
    return true;
}

Connection *scratch_open(Connection *server, const char *purpose, Diagnostics *diagnostics)
{
    Connection *maker = outside(server, diagnostics);
    if (!maker)
        return NULL;
    drop_leftovers(maker);
    g_autofree char *name = create_database(server, maker, purpose, diagnostics);
    Connection *scratch = name ? connection_open_database(server, name, diagnostics) : NULL;
    bool ready = scratch && keep_others_out(maker, name, diagnostics);
    close_outside(server, maker);
    if (!scratch) {
        if (name)
            drop_database(server, name, diagnostics);
        return NULL;
    }
    if (!ready || !copy_settings(server, scratch, diagnostics)) {
        scratch_drop(server, scratch, diagnostics);
        return NULL;
    }
    return scratch;
}

bool scratch_drop(Connection *server, Connection *scratch, Diagnostics *diagnostics)
{
    g_autofree char *name = g_strdup(connection_database(scratch));
    drop_subscriptions(scratch);
    connection_close(scratch);
    return drop_database(server, name, diagnostics);
}
